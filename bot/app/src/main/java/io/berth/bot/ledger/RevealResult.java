// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.util.function.Function;

/** Whether a register code's value may be shown now. */
public sealed interface RevealResult {

  /** Reserved for this one reveal: open it, show it, then tell the ledger how it went. */
  record Sealed(String jwe, Request request) implements RevealResult {
    @Override
    public String toString() {
      return "Sealed[" + request.id() + "]";
    }
  }

  /** Not shown, and why, in one sentence for the person who asked. */
  record Refused(String sentence) implements RevealResult {}

  default <R> R fold(
      Function<? super Sealed, ? extends R> sealed,
      Function<? super Refused, ? extends R> refused) {
    return this instanceof Sealed s ? sealed.apply(s) : refused.apply((Refused) this);
  }
}
