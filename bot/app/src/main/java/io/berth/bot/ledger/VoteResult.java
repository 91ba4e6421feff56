// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Verdict;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a vote. */
public sealed interface VoteResult {

  /** Counted now; the verdict is what all votes together say. */
  record Counted(Request request, Verdict verdict) implements VoteResult {}

  /** This person's vote was counted before; nothing changed. */
  record AlreadyCounted(Request request) implements VoteResult {}

  /** The request no longer waits for votes; the sentence says what became of it. */
  record TooLate(Request request, String sentence) implements VoteResult {}

  /** This person may not vote here, or voted on other parameters than the stored ones. */
  record NotAllowed(String sentence) implements VoteResult {}

  /** No request has this id. */
  record NoSuchRequest() implements VoteResult {}

  default <R> R fold(
      Function<? super Counted, ? extends R> counted,
      Function<? super AlreadyCounted, ? extends R> already,
      Function<? super TooLate, ? extends R> tooLate,
      Function<? super NotAllowed, ? extends R> notAllowed,
      Supplier<? extends R> noSuchRequest) {
    if (this instanceof Counted c) {
      return counted.apply(c);
    }
    if (this instanceof AlreadyCounted a) {
      return already.apply(a);
    }
    if (this instanceof TooLate t) {
      return tooLate.apply(t);
    }
    if (this instanceof NotAllowed n) {
      return notAllowed.apply(n);
    }
    return noSuchRequest.get();
  }
}
