// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

/** Where a request stands. Terminal states absorb: nothing leaves them. */
public enum State {
  PENDING_APPROVAL(false),
  APPROVED(false),
  EXECUTING(false),
  SUCCEEDED(true),
  FAILED(true),
  /** The outcome cannot be settled by the bot; the request's failure sentence says why. */
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
}
