// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import io.berth.emulator.api.Access;
import java.util.List;

/**
 * One statement of a policy: its effect on the calls that fit one of its actions, one of its
 * resources and all of its conditions.
 */
record Statement(
    Effect effect,
    List<Pattern> actions,
    List<ResourcePattern> resources,
    List<AddressCondition> conditions) {

  /** What a statement does. */
  enum Effect {
    ALLOW,
    DENY
  }

  Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  boolean isAbout(Access access) {
    return actions.stream().anyMatch(action -> action.fits(access.operation()))
        && resources.stream().anyMatch(resource -> resource.fits(access.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(access.address()));
  }
}
