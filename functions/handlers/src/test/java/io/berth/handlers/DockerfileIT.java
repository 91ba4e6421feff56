// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the image without an engine that builds it. */
class DockerfileIT {
  @TempDir private Path folder;

  /** One line, split at the first space. */
  private record Instruction(String name, String rest) {}

  @Test
  void knowsEveryInstruction_andHasWhatAnImageOfAFunctionNeeds() throws IOException {
    List<String> names = new ArrayList<>();
    for (Instruction instruction : instructions()) {
      names.add(instruction.name());
    }

    assertThat(names)
        .containsExactly(
            "FROM",
            "WORKDIR",
            "COPY",
            "COPY",
            "COPY",
            "USER",
            "EXPOSE",
            "HEALTHCHECK",
            "ENTRYPOINT");
    assertThat(only("USER")).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(only("EXPOSE")).isEqualTo("9000");
  }

  @Test
  void copiesTheWholeBundle_andNothingThatIsNotInIt() throws IOException {
    List<String> left = new ArrayList<>(UnpackedBundle.below(folder).names());

    for (Instruction instruction : instructions()) {
      if (instruction.name().equals("COPY")) {
        List<String> words = List.of(instruction.rest().split(" +"));
        for (String source : words.subList(0, words.size() - 1)) {
          PathMatcher matcher =
              FileSystems.getDefault().getPathMatcher("glob:" + source.replaceFirst("/$", ""));
          assertThat(left.removeIf(name -> matcher.matches(Path.of(name)))).as(source).isTrue();
        }
      }
    }

    assertThat(left).isEmpty();
  }

  @Test
  void startsAFileThatIsExecutable() throws IOException {
    UnpackedBundle bundle = UnpackedBundle.below(folder);
    Path start = Path.of(words(only("ENTRYPOINT")).get(0));

    assertThat(start.getParent()).hasToString(only("WORKDIR"));
    assertThat(bundle.root().resolve(start.getFileName())).isExecutable();
  }

  @Test
  void healthCheckSaysWhetherTheFunctionAnswers() throws Exception {
    String check = only("HEALTHCHECK");
    List<String> command = words(check.substring(check.indexOf("CMD ") + 4));
    Fixture function =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, URI.create("http://127.0.0.1:1"));
    int port;

    try (Port9000 running = Port9000.open(UnpackedBundle.below(folder), function, false, folder)) {
      port = running.process().port();
      assertThat(status(command, port)).isZero();
    }

    assertThat(status(command, port)).as("after its end").isNotZero();
    try (ServerSocket silent = new ServerSocket(0)) {
      assertThat(status(command, silent.getLocalPort())).as("of a silent one").isNotZero();
    }
  }

  private static int status(List<String> command, int port) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PORT", Integer.toString(port));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** An instruction's exec form, which is JSON. */
  private static List<String> words(String array) {
    List<String> words = new ArrayList<>();
    Object read = Json.readObject(("{\"words\":" + array + "}").getBytes(UTF_8)).get("words");
    ((List<?>) read).forEach(word -> words.add((String) word));
    return words;
  }

  private static String only(String name) throws IOException {
    List<String> found =
        instructions().stream()
            .filter(instruction -> instruction.name().equals(name))
            .map(Instruction::rest)
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static List<Instruction> instructions() throws IOException {
    return Files.readAllLines(Path.of(System.getProperty("basedir", "."), "Dockerfile")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .map(parts -> new Instruction(parts[0], parts[1].strip()))
        .toList();
  }
}
