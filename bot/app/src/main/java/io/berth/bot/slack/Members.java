// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows for a minute who is a full member of the workspace: guests, programs and people who left
 * may not decide.
 */
final class Members {
  private static final Duration KEEP = Duration.ofSeconds(60);
  private static final int MOST = 10_000;

  private record Known(boolean full, Instant until) {}

  private final SlackApi api;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Members(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Why this person may not decide about requests, if so. Who cannot be looked up may not. */
  Optional<String> mayNotDecide(String user) {
    Known now = known.get(user);
    if (now == null || !clock.instant().isBefore(now.until())) {
      Optional<Boolean> full = api.isFullMember(user);
      if (full.isEmpty()) {
        return Optional.of(
            "Slack did not say who you are just now, so nothing was counted. Please try again.");
      }
      now = remember(user, full.get());
    }
    return now.full()
        ? Optional.empty()
        : Optional.of(
            "Guests and apps cannot approve or deny requests; ask a full member of the workspace.");
  }

  private Known remember(String user, boolean full) {
    if (known.size() >= MOST) {
      known.clear();
    }
    Known now = new Known(full, clock.instant().plus(KEEP));
    known.put(user, now);
    return now;
  }
}
