// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import io.berth.emulator.cam.BadPolicy;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds the functions' roles to the policies that are shipped for the cloud, so that a right that
 * is missing there is missing here. The key that deploys is the account's own and has no limit.
 */
final class RolePolicies {
  private RolePolicies() {}

  /**
   * @param folder {@code functions/handlers/cam}
   * @throws IOException with one sentence, when a policy is missing or is none
   */
  static Permissions in(Path folder) throws IOException {
    Map<String, CamPolicy> policies = new HashMap<>();
    for (FunctionName function : FunctionName.values()) {
      try {
        CamPolicy policy = CamPolicy.of(folder.resolve(function.wireName() + ".json"));
        policies.put(role(function), policy);
      } catch (BadPolicy e) {
        throw new IOException("The functions' policies cannot be used: " + e.getMessage());
      }
    }
    return Permissions.ofRoles(policies);
  }

  /** The role's name in template.yaml. */
  static String role(FunctionName function) {
    return "berth-" + function.wireName();
  }
}
