// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import java.time.Duration;

/** Remembers what was seen, across restarts and replicas. */
@FunctionalInterface
interface Replays {
  /** True the first time, false when {@code key} was seen less than {@code keep} ago. */
  boolean firstSight(String key, Duration keep);
}
