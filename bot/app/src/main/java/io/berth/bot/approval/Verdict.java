// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.function.Function;

/** What the votes on one request come to, with the sentence for its card. */
public sealed interface Verdict {
  /** Who approved and what is still needed, or who denied it and why. */
  String sentence();

  /** Enough people approved it and nobody denied it. */
  record Approved(String sentence) implements Verdict {}

  /** More approvals are needed. */
  record Waiting(String sentence) implements Verdict {}

  /** One of the approvers denied it. */
  record Denied(String sentence) implements Verdict {}

  /** Gives the answer of the case that it is. */
  default <R> R fold(
      Function<Approved, R> approved, Function<Waiting, R> waiting, Function<Denied, R> denied) {
    if (this instanceof Approved a) {
      return approved.apply(a);
    }
    return this instanceof Waiting w ? waiting.apply(w) : denied.apply((Denied) this);
  }
}
