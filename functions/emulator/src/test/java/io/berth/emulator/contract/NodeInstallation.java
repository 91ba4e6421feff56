// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.emulator.TestCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whether Node and Tencent's package for it are on this machine. Where they are not, the tests are
 * skipped and say why; with {@code -Dberth.node=required} they run, and fail.
 */
final class NodeInstallation implements ExecutionCondition {
  static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();
  private static final Path PACKAGE =
      FOLDER.resolve("node_modules/tencentcloud-sdk-nodejs-common/package.json");
  private static final String VERSION = "4.1.220";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = isRequired() ? Optional.empty() : missing();
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Node is there, or has to be"));
  }

  /** Fails with a sentence when something is missing. */
  static void check() {
    missing().ifPresent(Assertions::fail);
  }

  private static boolean isRequired() {
    return System.getProperty("berth.node", "").equals("required");
  }

  private static Optional<String> missing() {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      node.getInputStream().readAllBytes();
      if (!Files.exists(PACKAGE)) {
        return Optional.of("Tencent's Node client is not installed: run npm ci in " + FOLDER);
      }
      String version = TestCloud.json(Files.readString(PACKAGE)).path("version").asText();
      return version.equals(VERSION)
          ? Optional.empty()
          : Optional.of(
              "Tencent's Node client is " + version + ", not " + VERSION + ": npm ci in " + FOLDER);
    } catch (IOException e) {
      return Optional.of("there is no node on the PATH (" + e.getMessage() + ")");
    }
  }
}
