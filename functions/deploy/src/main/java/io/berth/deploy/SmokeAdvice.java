// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.deploy.template.DeployableFunction;

/** Where to look when a function answers otherwise than it should (SCF, Function Status Codes). */
final class SmokeAdvice {
  static final String LOOK = "; look at the function's log, its role and InitTimeout";

  private SmokeAdvice() {}

  static String of(int status, DeployableFunction function) {
    return advice(status, function) + LOOK;
  }

  private static String advice(int status, DeployableFunction function) {
    if (status < 300) {
      return "another program answers there; check Handler and CodeUri";
    }
    return switch (status) {
      case 401, 403 -> "something before the function refused; check AuthType";
      case 404, 435 -> "the address is not known yet; deploy --smoke in a minute";
      case 429, 432 -> "the account's concurrency is used up; deploy --smoke in a minute";
      case 433 -> "it took longer than Timeout, " + function.timeout() + " s; raise it";
      case 434 -> "it needs more than MemorySize, " + function.memorySize() + " MB; raise it";
      case 450 -> "it was not ready within InitTimeout, " + function.initTimeout() + " s; raise it";
      case 503 -> "it cannot work as configured; check its variables";
      default -> "it does not run as it should";
    };
  }
}
