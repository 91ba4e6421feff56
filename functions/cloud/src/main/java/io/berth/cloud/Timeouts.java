// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.time.Duration;

/**
 * The limits of one call: to connect, between two reads, and for the whole of it. None may be zero,
 * which OkHttp takes as "for ever".
 */
public record Timeouts(Duration connect, Duration read, Duration call) {
  /** Fits below a function's 30 s with time left to answer. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(12), Duration.ofSeconds(15));

  public Timeouts {
    for (Duration limit : new Duration[] {connect, read, call}) {
      if (limit.toMillis() <= 0) {
        throw new IllegalArgumentException("a time limit must be at least a millisecond");
      }
    }
  }
}
