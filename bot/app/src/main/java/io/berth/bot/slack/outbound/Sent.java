// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import java.time.Duration;
import java.util.function.Function;

/** What became of one call of Slack's Web API. */
public sealed interface Sent {
  /** Slack did it; channel and ts are empty where the method has none. */
  record Done(String channel, String ts) implements Sent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.done().apply(this);
    }
  }

  /**
   * Slack said no, and nothing happened; {@code error} is its word, e.g. {@code not_in_channel}.
   */
  record Refused(String error) implements Sent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.refused().apply(this);
    }
  }

  /** Too fast: nothing happened, and Slack wants this long a pause. */
  record Later(Duration pause) implements Sent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.later().apply(this);
    }
  }

  /** No readable answer: it may have happened or not. */
  record Unclear(String why) implements Sent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unclear().apply(this);
    }
  }

  /** One answer for each case. */
  record Cases<R>(
      Function<Done, R> done,
      Function<Refused, R> refused,
      Function<Later, R> later,
      Function<Unclear, R> unclear) {}

  /** Gives the answer of the case that it is. */
  <R> R fold(Cases<R> cases);

  /** Whether Slack did it. */
  default boolean isDone() {
    return fold(new Cases<>(done -> true, refused -> false, later -> false, unclear -> false));
  }

  /** What went wrong, for a log line; {@code ok} when nothing did. */
  default String word() {
    return fold(new Cases<>(done -> "ok", Refused::error, later -> "ratelimited", Unclear::why));
  }
}
