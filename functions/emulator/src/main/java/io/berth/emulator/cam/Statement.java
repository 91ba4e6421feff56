// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import java.util.List;

/**
 * One statement of a policy: its effect on the calls that fit one of its actions, one of its
 * resources and all of its conditions.
 */
record Statement(
    StatementEffect effect,
    List<StarPattern> actions,
    List<ResourcePattern> resources,
    List<AddressCondition> conditions) {

  /** What a statement does. */
  enum StatementEffect {
    ALLOW,
    DENY
  }

  Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  boolean isAbout(AccessRequest access) {
    return actions.stream().anyMatch(action -> action.fits(access.operation()))
        && resources.stream().anyMatch(resource -> resource.fits(access.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(access.address()));
  }
}
