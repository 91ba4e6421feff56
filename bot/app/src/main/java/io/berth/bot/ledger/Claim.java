// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a new attempt may be sent. */
public sealed interface Claim {

  /**
   * Yes: the attempt is committed durably.
   *
   * @param approvedUntil when the approval that it carries ends
   */
  record Claimed(Request request, Attempt attempt, Instant approvedUntil) implements Claim {}

  /** No: it was approved, but may not run as things stand now; nothing was changed. */
  record Withheld(String sentence) implements Claim {}

  /** No: somebody else moved the request since it was read. */
  record Gone() implements Claim {}

  default <R> R fold(
      Function<? super Claimed, ? extends R> claimed,
      Function<? super Withheld, ? extends R> withheld,
      Supplier<? extends R> gone) {
    if (this instanceof Claimed c) {
      return claimed.apply(c);
    }
    return this instanceof Withheld w ? withheld.apply(w) : gone.get();
  }
}
