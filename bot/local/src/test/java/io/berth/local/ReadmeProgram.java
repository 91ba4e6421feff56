// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of functions/README.md, run as it stands there, in a folder of its own. */
final class ReadmeProgram {
  private static final Path README = Path.of("../../functions/README.md");

  private final Language language;
  private final Path file;

  private ReadmeProgram(Language language, Path file) {
    this.language = language;
    this.file = file;
  }

  /** What came of a run. */
  record Result(int exit, String out, String err) {}

  /** Takes the block that the README marks with {@code name}, and writes it into {@code folder}. */
  static ReadmeProgram of(Language language, String name, Path folder) throws IOException {
    return new ReadmeProgram(language, Files.writeString(folder.resolve(name), text(name)));
  }

  /** The text of the block. */
  static String text(String name) throws IOException {
    Pattern block =
        Pattern.compile(
            "<!-- "
                + Pattern.quote(name)
                + ": a test runs this block as it stands. -->\n```[a-z]+\n(.*?)```",
            Pattern.DOTALL);
    Matcher matcher = block.matcher(Files.readString(README, UTF_8));
    assertThat(matcher.find()).as("block " + name).isTrue();
    return matcher.group(1);
  }

  /**
   * Runs it with nothing in its environment but the path and the secret.
   *
   * @param in what it finds in its standard input
   */
  Result run(String secret, String in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(language.launcher());
    command.add(file.getFileName().toString());
    command.addAll(List.of(arguments));
    Path folder = file.getParent();
    Path input = Files.writeString(folder.resolve("in"), in);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("BERTH_CALL_SECRET", secret);
    Path packages = Files.createSymbolicLink(folder.resolve("node_modules"), Language.PACKAGES);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("%s ends", file).isTrue();
    } finally {
      process.destroyForcibly();
      Files.delete(packages);
    }
    return new Result(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }
}
