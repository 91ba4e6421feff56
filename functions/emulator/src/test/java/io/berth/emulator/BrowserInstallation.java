// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whether Chromium and what drives it are on this machine. Where they are not, the tests are
 * skipped and say why; with {@code -Dberth.browser=required} they run, and fail.
 */
final class BrowserInstallation implements ExecutionCondition {
  static final Path FOLDER = Path.of("src/test/browser").toAbsolutePath();
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final NodePackage DRIVER = new NodePackage(FOLDER, "playwright-core", "1.65.1");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = System.getProperty("berth.browser", "").equals("required");
    Optional<String> missing = required ? Optional.empty() : missing();
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Chromium is there, or has to be"));
  }

  /** Fails with a sentence when something is missing. */
  static void check() {
    missing().ifPresent(Assertions::fail);
  }

  private static Optional<String> missing() {
    return Files.isExecutable(CHROMIUM)
        ? DRIVER.missing()
        : Optional.of("there is no " + CHROMIUM + ": install the package chromium");
  }
}
