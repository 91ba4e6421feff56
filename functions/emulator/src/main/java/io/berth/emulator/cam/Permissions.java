// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import java.util.Map;
import java.util.Optional;

/**
 * Which policy holds for which key. A role that is named has its own policy and no other. Everybody
 * else has the general one; when there is none, the account's key may do everything, and roles may
 * as long as none is named: once one is, a role without a policy may do nothing, so that a misspelt
 * or forgotten one is seen.
 *
 * @param general for all keys but those of the named roles
 * @param roles by name
 */
public record Permissions(Optional<CamPolicy> general, Map<String, CamPolicy> roles) {
  /** Everybody may do everything. */
  public static final Permissions UNLIMITED = new Permissions(Optional.empty(), Map.of());

  /** Copies the roles. */
  public Permissions {
    roles = Map.copyOf(roles);
  }

  /** Each of these roles under its policy, other roles under none, the account without limits. */
  public static Permissions ofRoles(Map<String, CamPolicy> roles) {
    return new Permissions(Optional.empty(), roles);
  }

  /**
   * Whether a caller may do it.
   *
   * @param role whose temporary key signed the call; empty for the account's own key
   */
  public boolean allows(Optional<String> role, AccessRequest access) {
    boolean unlimited = role.isEmpty() || roles.isEmpty();
    return role.map(roles::get)
        .or(() -> general)
        .map(policy -> policy.allows(access))
        .orElse(unlimited);
  }
}
