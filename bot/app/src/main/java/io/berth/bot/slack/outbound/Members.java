// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import io.berth.bot.request.Directory;
import io.berth.bot.request.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows for a minute who is what in the workspace. */
public final class Members implements Directory {
  private static final Duration KEEP = Duration.ofSeconds(60);
  private static final int MOST = 10_000;

  private record Known(Standing standing, Instant until) {}

  private final SlackApi api;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public Members(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Asks Slack unless it is known; what Slack did not say is not remembered. */
  @Override
  public Standing standing(String user) {
    Known before = known.get(user);
    if (before != null && clock.instant().isBefore(before.until())) {
      return before.standing();
    }
    Standing now = api.standing(user);
    if (now != Standing.UNKNOWN) {
      remember(user, now);
    }
    return now;
  }

  private void remember(String user, Standing standing) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(user, new Known(standing, clock.instant().plus(KEEP)));
  }
}
