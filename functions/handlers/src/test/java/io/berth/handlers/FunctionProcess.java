// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process with nothing in its environment but what it is given; all it prints is in one file. */
final class FunctionProcess implements AutoCloseable {
  private static final int LONGEST_SECONDS = 60;
  private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");

  private final Process process;
  private final Path output;

  private FunctionProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it in the folder of the bundle, as SCF does.
   *
   * @param folder gets the file with the output
   */
  static FunctionProcess start(
      UnpackedBundle bundle, List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    Path output = Files.createTempFile(folder, "function-", ".out");
    ProcessBuilder builder = new ProcessBuilder(command).directory(bundle.root().toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(environment);
    return new FunctionProcess(builder.start(), output);
  }

  /** Starts {@code scf_bootstrap} on any free port, as SCF does with a Web function. */
  static FunctionProcess web(UnpackedBundle bundle, Map<String, String> environment, Path folder)
      throws IOException {
    FunctionProcess process =
        start(bundle, List.of(bundle.webBootstrap().toString()), environment, folder);
    process.port();
    return process;
  }

  /** With which it ends by itself; waits for it. */
  int exitValue() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  /** Both streams, so far. */
  String output() throws IOException {
    return Files.readString(output, UTF_8);
  }

  /** The port that it says it listens on; waits for it. */
  int port() throws IOException {
    Instant end = Instant.now().plusSeconds(LONGEST_SECONDS);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      Matcher listening = LISTENING.matcher(output());
      if (listening.find()) {
        return Integer.parseInt(listening.group(1));
      }
      pause();
    }
    throw new AssertionError("it does not listen; it printed:\n" + output());
  }

  private void pause() {
    try {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
