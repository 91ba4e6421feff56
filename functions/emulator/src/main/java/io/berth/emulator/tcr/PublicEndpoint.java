// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The way into a registry from the public network, closed at first.
 *
 * @param open what was asked for last
 * @param since when; empty when nobody ever asked
 */
record PublicEndpoint(boolean open, Optional<Instant> since) {
  static final PublicEndpoint CLOSED = new PublicEndpoint(false, Optional.empty());

  /** Asked for again, it goes on as before (inferred). */
  PublicEndpoint asked(boolean toOpen, Instant now) {
    return toOpen == open ? this : new PublicEndpoint(toOpen, Optional.of(now));
  }

  /**
   * {@code Opening}, {@code Opened} or {@code Closed} as documented, {@code Deleting} as observed.
   *
   * @param change how long opening and closing take
   */
  String status(Instant now, Duration change) {
    boolean settled = since.map(at -> !now.isBefore(at.plus(change))).orElse(true);
    if (open) {
      return settled ? "Opened" : "Opening";
    }
    return settled ? "Closed" : "Deleting";
  }
}
