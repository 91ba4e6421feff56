// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.voice.Sentence;
import java.util.function.Function;

/** What the votes on one request come to, with the sentence for its card. */
public sealed interface Verdict {
  /** Who approved and what is still needed, or who denied it and why. */
  Sentence sentence();

  /** Enough people approved it and nobody denied it. */
  record Approved(Sentence sentence) implements Verdict {
    @Override
    public <R> R fold(
        Function<Approved, R> approved, Function<Waiting, R> waiting, Function<Denied, R> denied) {
      return approved.apply(this);
    }
  }

  /** More approvals are needed. */
  record Waiting(Sentence sentence) implements Verdict {
    @Override
    public <R> R fold(
        Function<Approved, R> approved, Function<Waiting, R> waiting, Function<Denied, R> denied) {
      return waiting.apply(this);
    }
  }

  /** One of the approvers denied it. */
  record Denied(Sentence sentence) implements Verdict {
    @Override
    public <R> R fold(
        Function<Approved, R> approved, Function<Waiting, R> waiting, Function<Denied, R> denied) {
      return denied.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(
      Function<Approved, R> approved, Function<Waiting, R> waiting, Function<Denied, R> denied);
}
