// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.deploy.scf.DeployStatus;
import io.berth.deploy.scf.DeployedFunction;
import io.berth.deploy.scf.Deployment;
import io.berth.deploy.template.DeployableFunction;
import java.util.List;
import java.util.Optional;

/**
 * How a function took its smoke call.
 *
 * @param sentence why it was skipped or what is wrong; empty when it is up
 */
record SmokeResult(String function, SmokeStatus status, String sentence) {
  /**
   * Calls what was deployed, also before a failure: the next deploy finds it unchanged.
   *
   * @param functions describe what was deployed
   * @param wish for all functions, or for none; not given for those created or updated
   */
  static List<SmokeResult> after(
      Deployment deployment,
      List<DeployableFunction> functions,
      Optional<Boolean> wish,
      SmokeCall call) {
    return deployment.functions().stream()
        .filter(done -> wish.orElse(done.status() != DeployStatus.UNCHANGED))
        .map(done -> of(done, find(functions, done), call))
        .toList();
  }

  private static SmokeResult of(
      DeployedFunction deployed, DeployableFunction function, SmokeCall call) {
    if (function.url().authType().equals("CAM")) {
      return skipped(function, "AuthType CAM lets nobody in without a cloud key");
    }
    if (!function.url().extranet()) {
      return skipped(function, "its URL is open inside Tencent's network only");
    }
    Optional<String> wrong = call.complaint(function, deployed.url());
    return new SmokeResult(
        function.name(), wrong.isPresent() ? SmokeStatus.FAILED : SmokeStatus.UP, wrong.orElse(""));
  }

  private static SmokeResult skipped(DeployableFunction function, String why) {
    return new SmokeResult(function.name(), SmokeStatus.SKIPPED, why);
  }

  private static DeployableFunction find(
      List<DeployableFunction> functions, DeployedFunction deployed) {
    return functions.stream()
        .filter(f -> f.name().equals(deployed.name()))
        .filter(f -> f.namespace().equals(deployed.namespace()))
        .findFirst()
        .orElseThrow();
  }
}
