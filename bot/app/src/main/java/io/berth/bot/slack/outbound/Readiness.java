// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether Slack takes the bot's token; the answer is kept for a minute, because probes come every
 * few seconds.
 */
public final class Readiness {
  private static final Duration KEEP = Duration.ofSeconds(60);

  private final SlackApi api;
  private final Clock clock;
  private Optional<String> last = Optional.empty();
  private Instant until = Instant.MIN;

  public Readiness(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Why Slack does not take the token, if so. */
  public synchronized Optional<String> notReady() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      Sent sent = api.authenticate();
      last =
          sent instanceof Sent.Done ? Optional.empty() : Optional.of("auth.test: " + sent.word());
      until = now.plus(KEEP);
    }
    return last;
  }
}
