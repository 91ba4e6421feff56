// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.state.CloudClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a clock: how far it is ahead when it runs in step, so that it goes on as if
 * nobody had stopped it; otherwise the moment and the rate.
 */
final class SavedClock {
  static final Set<String> FIELDS = Set.of("aheadSeconds", "now", "rate");

  private SavedClock() {}

  static void write(CloudClock clock, ObjectNode saved) {
    if (clock.rate() == 1) {
      saved.put("aheadSeconds", clock.ahead().toSeconds());
    } else {
      saved.put("now", clock.instant().toString()).put("rate", clock.rate());
    }
  }

  /** Brings a fresh clock to where a saved one was. */
  static void read(SavedFields saved, CloudClock fresh) throws BadState {
    long most = CloudClock.MOST_AHEAD.toSeconds();
    long ahead = saved.number("aheadSeconds", 0, -most, most);
    double rate = saved.decimal("rate", 1, 0, CloudClock.FASTEST);
    Optional<Instant> now = saved.moment("now");
    fresh.advance(Duration.ofSeconds(ahead));
    now.ifPresent(fresh::set);
    fresh.setRate(rate);
  }
}
