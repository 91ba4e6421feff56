// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import java.util.function.Function;

/** What reading a verified body came to. */
sealed interface Reading {
  /** One of ours. */
  record Understood(Delivery delivery) implements Reading {}

  /**
   * Slack's, but nothing that Berth has anything to do with: answered with 200 and counted under
   * {@code word}.
   */
  record Ignored(String word) implements Reading {}

  /** Not what Slack sends. */
  record Unreadable(int status, String sentence) implements Reading {}

  /** Gives the answer of the case that it is. */
  default <R> R fold(
      Function<Delivery, R> understood,
      Function<String, R> ignored,
      Function<Unreadable, R> unreadable) {
    if (this instanceof Understood u) {
      return understood.apply(u.delivery());
    }
    return this instanceof Ignored i
        ? ignored.apply(i.word())
        : unreadable.apply((Unreadable) this);
  }
}
