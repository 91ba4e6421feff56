// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import java.time.Duration;
import java.util.function.Function;

/** What became of one call of Slack's Web API. */
sealed interface Sent {
  /** Slack did it; channel and ts are empty where the method has none. */
  record Done(String channel, String ts) implements Sent {}

  /**
   * Slack said no, and nothing happened; {@code error} is its word, e.g. {@code not_in_channel}.
   */
  record Refused(String error) implements Sent {}

  /** Too fast: nothing happened, and Slack wants this long a pause. */
  record Later(Duration pause) implements Sent {}

  /** No readable answer: it may have happened or not. */
  record Unclear(String why) implements Sent {}

  /** Gives the answer of the case that it is. */
  default <R> R fold(
      Function<Done, R> done,
      Function<Refused, R> refused,
      Function<Later, R> later,
      Function<Unclear, R> unclear) {
    if (this instanceof Done d) {
      return done.apply(d);
    } else if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return this instanceof Later l ? later.apply(l) : unclear.apply((Unclear) this);
  }

  /** What went wrong, for a log line; {@code ok} when nothing did. */
  default String word() {
    return fold(done -> "ok", Refused::error, later -> "ratelimited", Unclear::why);
  }
}
