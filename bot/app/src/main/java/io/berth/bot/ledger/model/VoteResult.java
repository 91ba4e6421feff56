// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import io.berth.bot.approval.Verdict;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a vote. */
public sealed interface VoteResult {
  /** Counted now; the verdict is what all votes together say. */
  record Counted(Request request, Verdict verdict) implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.counted().apply(this);
    }
  }

  /** This person's vote was counted before; nothing changed. */
  record AlreadyCounted(Request request) implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.already().apply(this);
    }
  }

  /** The request no longer waits for votes. */
  record TooLate(Request request) implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.tooLate().apply(this);
    }
  }

  /** The vote was given to other parts than the stored ones; nothing changed. */
  record OtherContent() implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.otherContent().get();
    }
  }

  /** This person is not among those who may vote here; nothing changed. */
  record NotAllowed(Request request) implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.notAllowed().apply(this);
    }
  }

  /** No request has this id. */
  record NoSuchRequest() implements VoteResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.noSuchRequest().get();
    }
  }

  /** One answer for each case. */
  record Cases<R>(
      Function<Counted, R> counted,
      Function<AlreadyCounted, R> already,
      Function<TooLate, R> tooLate,
      Supplier<R> otherContent,
      Function<NotAllowed, R> notAllowed,
      Supplier<R> noSuchRequest) {}

  /** Gives the answer of the case that it is. */
  <R> R fold(Cases<R> cases);
}
