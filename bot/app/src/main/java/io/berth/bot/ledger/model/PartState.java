// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

/** Where a part stands. Terminal states absorb: nothing leaves them. */
public enum PartState {
  /** For the request's approval, or for another part. */
  WAITING(false),
  /** It may be carried out. */
  READY(false),
  /** An attempt has begun. */
  EXECUTING(false),
  /** It exists. */
  SUCCEEDED(true),
  /** It does not exist: no attempt of it can have an effect any more. */
  FAILED(true),
  /** What came of it cannot be settled by the bot; the part's failure sentence says why. */
  NEEDS_OPERATOR(true),
  /** It was never begun, and will not be. */
  SKIPPED(true);

  private final boolean terminal;

  PartState(boolean terminal) {
    this.terminal = terminal;
  }

  /** True when the part can never change its state again. */
  public boolean terminal() {
    return terminal;
  }
}
