// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.function.Function;

/** What the policy says about one request, with the sentence people will read. */
public sealed interface Decision {
  /**
   * The sentence for the requester: what happens next and who can make it happen, or what to do
   * instead.
   */
  String sentence();

  /** It will not be done, and nothing is stored. */
  record Denied(String sentence) implements Decision {}

  /** It waits for people. */
  record NeedsApproval(Terms terms, String sentence) implements Decision {}

  /** It is done without asking anybody. */
  record AllowedAtOnce(String rule, String sentence) implements Decision {}

  /** Gives the answer of the case that it is. */
  default <R> R fold(
      Function<Denied, R> denied,
      Function<NeedsApproval, R> needsApproval,
      Function<AllowedAtOnce, R> allowedAtOnce) {
    if (this instanceof Denied d) {
      return denied.apply(d);
    }
    return this instanceof NeedsApproval n
        ? needsApproval.apply(n)
        : allowedAtOnce.apply((AllowedAtOnce) this);
  }
}
