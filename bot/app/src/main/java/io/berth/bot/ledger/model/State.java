// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a request stands. Terminal states absorb: nothing leaves them. */
public enum State {
  PENDING_APPROVAL(false),
  /** Nothing of it was begun yet. */
  APPROVED(false),
  EXECUTING(false),
  /** All of its parts exist. */
  SUCCEEDED(true),
  /** Some of its parts exist, and the others never will. */
  PARTLY(true),
  /** None of its parts exists. */
  FAILED(true),
  /** The outcome of a part cannot be settled by the bot. */
  NEEDS_OPERATOR(true),
  REJECTED(true),
  EXPIRED(true),
  CANCELLED(true);

  private final boolean terminal;

  State(boolean terminal) {
    this.terminal = terminal;
  }

  /** True when the request can never change its state again. */
  public boolean terminal() {
    return terminal;
  }

  /** The state of an approved request, from those of its parts: the only place that computes it. */
  public static State of(List<PartState> parts) {
    Set<PartState> states = EnumSet.copyOf(parts);
    if (states.stream().allMatch(PartState::terminal)) {
      return ended(states);
    }
    boolean begun = states.stream().anyMatch(s -> s.terminal() || s == PartState.EXECUTING);
    return begun ? EXECUTING : APPROVED;
  }

  private static State ended(Set<PartState> states) {
    if (states.contains(PartState.NEEDS_OPERATOR)) {
      return NEEDS_OPERATOR;
    } else if (states.equals(EnumSet.of(PartState.SUCCEEDED))) {
      return SUCCEEDED;
    }
    return states.contains(PartState.SUCCEEDED) ? PARTLY : FAILED;
  }
}
