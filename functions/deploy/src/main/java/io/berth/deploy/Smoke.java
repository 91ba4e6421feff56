// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

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
record Smoke(String function, State state, String sentence) {
  /** What it came to. */
  enum State {
    UP,
    SKIPPED,
    FAILED
  }

  /**
   * Calls what was deployed, also before a failure: the next deploy finds it unchanged.
   *
   * @param functions describe what was deployed
   * @param wish for all functions, or for none; not given for those created or updated
   */
  static List<Smoke> after(
      Deployment deployment,
      List<DeployableFunction> functions,
      Optional<Boolean> wish,
      SmokeCall call) {
    return deployment.functions().stream()
        .filter(done -> wish.orElse(done.state() != DeployedFunction.State.UNCHANGED))
        .map(done -> of(done, find(functions, done), call))
        .toList();
  }

  private static Smoke of(DeployedFunction deployed, DeployableFunction function, SmokeCall call) {
    if (function.url().authType().equals("CAM")) {
      return skipped(function, "AuthType CAM lets nobody in without a cloud key");
    }
    if (!function.url().extranet()) {
      return skipped(function, "its URL is open inside Tencent's network only");
    }
    Optional<String> wrong = call.complaint(function, deployed.url());
    return new Smoke(
        function.name(), wrong.isPresent() ? State.FAILED : State.UP, wrong.orElse(""));
  }

  private static Smoke skipped(DeployableFunction function, String why) {
    return new Smoke(function.name(), State.SKIPPED, why);
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
