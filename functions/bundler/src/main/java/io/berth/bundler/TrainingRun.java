// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the bundle in a process of its own, has it answer calls as SCF would, and ends it as SCF
 * would.
 */
final class TrainingRun {
  private static final long LONGEST_SECONDS = 120;

  private final Path directory;
  private final TrainingCalls calls;
  private final TrainingCloud cloud;

  /**
   * @param directory where the bundle is
   */
  TrainingRun(Path directory, TrainingCalls calls, TrainingCloud cloud) {
    this.directory = directory;
    this.calls = calls;
    this.cloud = cloud;
  }

  /** A call, and what stands in the answer when it went well. */
  record Expected(String event, String inAnswer) {}

  /**
   * Runs to the end.
   *
   * @param handler for {@code _HANDLER}
   * @param more variables
   * @return what the process printed
   * @throws BuildFailed when an answer is another one, or the process fails
   */
  String run(
      List<String> command, String handler, Map<String, String> more, List<Expected> expected)
      throws BuildFailed, IOException, InterruptedException {
    Path output = Files.createTempFile("bundler-", ".out");
    try (TrainingPlatform platform = new TrainingPlatform()) {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(platform, handler, more));
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try {
        answers(platform, expected);
        end(process);
      } catch (BuildFailed e) {
        throw new BuildFailed(e.getMessage() + "\nIt printed:\n" + Files.readString(output));
      } finally {
        process.destroyForcibly();
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }

  private static void answers(TrainingPlatform platform, List<Expected> expected)
      throws BuildFailed, InterruptedException {
    for (Expected call : expected) {
      String answer = platform.invoke(call.event());
      if (!answer.contains(call.inAnswer())) {
        throw new BuildFailed("the function in training answered " + answer);
      }
    }
  }

  private static void end(Process process) throws BuildFailed, InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new BuildFailed("the function in training did not end");
    }
  }

  private Map<String, String> environment(
      TrainingPlatform platform, String handler, Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("SCF_RUNTIME_API", "127.0.0.1");
    environment.put("SCF_RUNTIME_API_PORT", Integer.toString(platform.port()));
    environment.put("_HANDLER", handler);
    environment.put("SCF_FUNCTIONNAME", handler);
    environment.put("TENCENTCLOUD_RUNENV", "SCF");
    environment.put("TENCENTCLOUD_REGION", "ap-guangzhou");
    environment.putAll(calls.environment(cloud.uri()));
    environment.putAll(more);
    return environment;
  }
}
