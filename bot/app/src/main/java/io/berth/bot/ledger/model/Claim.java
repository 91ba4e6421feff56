// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import io.berth.bot.voice.Sentence;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a new attempt may be sent. */
public sealed interface Claim {
  /**
   * Yes: the attempt is committed durably.
   *
   * @param part with the parameters of the call, every reference filled
   * @param approvedUntil when the approval that it carries ends
   */
  record Claimed(Request request, Part part, Attempt attempt, Instant approvedUntil)
      implements Claim {
    @Override
    public <R> R fold(
        Function<Claimed, R> claimed, Function<Withheld, R> withheld, Supplier<R> gone) {
      return claimed.apply(this);
    }
  }

  /** No: it was approved, but may not run as things stand now; nothing was changed. */
  record Withheld(Sentence sentence) implements Claim {
    @Override
    public <R> R fold(
        Function<Claimed, R> claimed, Function<Withheld, R> withheld, Supplier<R> gone) {
      return withheld.apply(this);
    }
  }

  /**
   * No: the part is not where it was when it was read, or what it refers to is not there; it is
   * read again.
   */
  record Gone() implements Claim {
    @Override
    public <R> R fold(
        Function<Claimed, R> claimed, Function<Withheld, R> withheld, Supplier<R> gone) {
      return gone.get();
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<Claimed, R> claimed, Function<Withheld, R> withheld, Supplier<R> gone);
}
