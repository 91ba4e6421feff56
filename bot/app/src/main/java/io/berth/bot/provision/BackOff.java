// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import java.time.Duration;

/** How long to wait before the next try. */
final class BackOff {
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 10;

  private BackOff() {}

  /** 1 s, 2 s, 4 s … 5 min. */
  static Duration afterTries(int tries) {
    Duration wait = Duration.ofSeconds(1L << Math.min(tries, MOST_DOUBLINGS));
    return wait.compareTo(MOST) < 0 ? wait : MOST;
  }
}
