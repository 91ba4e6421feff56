// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.deploy.template.DeployableFunction;

/** Where to look when a function answers otherwise than it should (SCF, Function Status Codes). */
final class SmokeAdvice {
  static final String LOOK = "; look at the function's log, its role and InitTimeout";

  private SmokeAdvice() {}

  static String of(int status, DeployableFunction function) {
    return switch (status) {
      case 200 -> "another program answers there; check Handler and CodeUri" + LOOK;
      case 401, 403 -> "something before the function refused; check AuthType" + LOOK;
      case 404, 435 -> "the address is not known yet; deploy --smoke in a minute" + LOOK;
      case 429, 432 -> "the account's concurrency is used up; deploy --smoke in a minute" + LOOK;
      case 433 -> "it took longer than Timeout, " + function.timeout() + " s; raise it" + LOOK;
      case 434 ->
          "it needs more than MemorySize, " + function.memorySize() + " MB; raise it" + LOOK;
      case 450 ->
          "it was not ready within InitTimeout, " + function.initTimeout() + " s; raise it" + LOOK;
      case 503 -> "it cannot work as configured; check its variables" + LOOK;
      default -> "it does not run as it should" + LOOK;
    };
  }
}
