// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.time.Clock;
import java.util.Locale;

/** Slack's ts values: the time in microseconds, moved on where needed so that none comes twice. */
final class Timestamps {
  private final Clock clock;
  private long last;

  Timestamps(Clock clock) {
    this.clock = clock;
  }

  /** The next one; larger than all before, also as text. Callers hold the workspace's lock. */
  String next() {
    last = Math.max(clock.millis() * 1000, last + 1);
    return String.format(Locale.ROOT, "%d.%06d", last / 1_000_000, last % 1_000_000);
  }
}
