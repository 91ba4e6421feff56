// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.emulator.NodePackage;
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
  private static final NodePackage PACKAGE =
      new NodePackage(FOLDER, "tencentcloud-sdk-nodejs-common", "4.1.220");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = isRequired() ? Optional.empty() : PACKAGE.missing();
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Node is there, or has to be"));
  }

  /** Fails with a sentence when something is missing. */
  static void check() {
    PACKAGE.missing().ifPresent(Assertions::fail);
  }

  private static boolean isRequired() {
    return System.getProperty("berth.node", "").equals("required");
  }
}
