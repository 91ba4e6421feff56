// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import java.util.function.Function;

/** What reading a verified body came to. */
sealed interface Reading {
  /** One of ours. */
  record Understood(Delivery delivery) implements Reading {
    @Override
    public <R> R fold(
        Function<Understood, R> understood,
        Function<Ignored, R> ignored,
        Function<Unreadable, R> unreadable) {
      return understood.apply(this);
    }
  }

  /**
   * Slack's, but nothing that Berth has anything to do with: answered with 200 and counted under
   * {@code word}.
   */
  record Ignored(String word) implements Reading {
    @Override
    public <R> R fold(
        Function<Understood, R> understood,
        Function<Ignored, R> ignored,
        Function<Unreadable, R> unreadable) {
      return ignored.apply(this);
    }
  }

  /** Not what Slack sends. */
  record Unreadable(int status, String sentence) implements Reading {
    @Override
    public <R> R fold(
        Function<Understood, R> understood,
        Function<Ignored, R> ignored,
        Function<Unreadable, R> unreadable) {
      return unreadable.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(
      Function<Understood, R> understood,
      Function<Ignored, R> ignored,
      Function<Unreadable, R> unreadable);
}
