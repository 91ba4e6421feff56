// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.voice.Sentence;
import java.util.function.Function;

/** What the policy says about one request, with the sentence people will read. */
public sealed interface Decision {
  /**
   * The sentence for the requester: what happens next and who can make it happen, or what to do
   * instead.
   */
  Sentence sentence();

  /** It will not be done, and nothing is stored. */
  record Denied(Sentence sentence) implements Decision {
    @Override
    public <R> R fold(
        Function<Denied, R> denied,
        Function<NeedsApproval, R> needsApproval,
        Function<AllowedAtOnce, R> allowedAtOnce) {
      return denied.apply(this);
    }
  }

  /** It waits for people. */
  record NeedsApproval(Terms terms, Sentence sentence) implements Decision {
    @Override
    public <R> R fold(
        Function<Denied, R> denied,
        Function<NeedsApproval, R> needsApproval,
        Function<AllowedAtOnce, R> allowedAtOnce) {
      return needsApproval.apply(this);
    }
  }

  /** It is done without asking anybody. */
  record AllowedAtOnce(Terms terms, Sentence sentence) implements Decision {
    @Override
    public <R> R fold(
        Function<Denied, R> denied,
        Function<NeedsApproval, R> needsApproval,
        Function<AllowedAtOnce, R> allowedAtOnce) {
      return allowedAtOnce.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(
      Function<Denied, R> denied,
      Function<NeedsApproval, R> needsApproval,
      Function<AllowedAtOnce, R> allowedAtOnce);
}
