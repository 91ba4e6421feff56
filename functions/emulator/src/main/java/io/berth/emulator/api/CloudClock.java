// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Another clock, moved by an amount that can be changed while it runs. */
public final class CloudClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Starts in step with the other clock. */
  public CloudClock(Clock base) {
    this.base = base;
  }

  /** Moves it on by this much more; a negative amount moves it back. */
  public void advance(Duration amount) {
    ahead.accumulateAndGet(amount, Duration::plus);
  }

  /** Puts it this far ahead of the other clock. */
  public void setAhead(Duration amount) {
    ahead.set(amount);
  }

  /** How far it is ahead of the other clock. */
  public Duration ahead() {
    return ahead.get();
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The emulator's clock is in UTC.");
  }
}
