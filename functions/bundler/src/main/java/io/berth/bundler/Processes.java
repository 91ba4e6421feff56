// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Processes {
  private static final long LONGEST_SECONDS = 120;

  private Processes() {}

  /**
   * What it printed, both streams together.
   *
   * @throws BuildFailed when it fails or takes too long, with what it printed
   */
  static String run(Path directory, List<String> command)
      throws BuildFailed, IOException, InterruptedException {
    Path output = Files.createTempFile("bundler-", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        String how = ended ? "ended with " + process.exitValue() : "did not end in time";
        throw new BuildFailed(String.join(" ", command) + " " + how + ":\n" + text.strip());
      }
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
