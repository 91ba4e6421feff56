// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Processes. */
final class ChildProcess {
  private static final long LONGEST_SECONDS = 300;

  private ChildProcess() {}

  /** Runs to the end and gives what it printed on standard output. */
  static String run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("bench-", ".out");
    Path errors = Files.createTempFile("bench-", ".err");
    try {
      Process process =
          builder(directory, command, Map.of())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command) + " failed:\n" + printed + Files.readString(errors));
      }
      return printed;
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  /** With an environment of these variables and no others, as a function's instance has. */
  static ProcessBuilder builder(
      Path directory, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder;
  }
}
