// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.function.Function;

/** Whether a secret may be shown now. */
public sealed interface RevealResult {
  /** Reserved for this one reveal: open it, show it, then tell the ledger how it went. */
  record Sealed(String jwe, Part part) implements RevealResult {
    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Refused, R> refused) {
      return sealed.apply(this);
    }

    @Override
    public String toString() {
      return "Sealed[" + part.id() + "]";
    }
  }

  /** Not shown. */
  record Refused(Why why) implements RevealResult {
    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** Why a secret is not shown. */
  enum Why {
    NO_SUCH_PART,
    /** Only who asked for it may see it. */
    NOT_YOURS,
    SHOWN_BEFORE,
    /** It exists no longer, because it is worth nothing any more. */
    EXPIRED,
    /** There is none, or none yet. */
    NONE,
    /** Another reveal has it at this moment. */
    BEING_SHOWN
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<Sealed, R> sealed, Function<Refused, R> refused);
}
