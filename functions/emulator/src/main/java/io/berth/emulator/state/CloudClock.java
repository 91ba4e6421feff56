// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that follows another one, and can be moved, put to a moment, stopped, and made to run
 * faster or slower while others read it.
 */
public final class CloudClock extends Clock {
  /** As far as it may be moved: every time that an answer can show keeps four digits of year. */
  public static final Duration MOST_AHEAD = Duration.ofDays(50 * 365);

  /** The highest rate: a day in a second. */
  public static final double FASTEST = 86_400;

  private static final double NANOS = 1e9;

  private final Clock base;
  private volatile Course course;
  private long changes;

  /**
   * How it runs since it was last touched.
   *
   * @param from what the other clock said then
   * @param at what this one said then
   * @param rate seconds of this one for each second of the other one; 0 when it stands still
   */
  private record Course(Instant from, Instant at, double rate) {
    Instant after(Instant now) {
      Duration passed = Duration.between(from, now);
      // Without the detour over fractions a clock in step stays in step to the nanosecond.
      return at.plus(rate == 1 ? passed : times(passed));
    }

    private Duration times(Duration passed) {
      double seconds = (passed.getSeconds() + passed.getNano() / NANOS) * rate;
      long whole = (long) Math.floor(seconds);
      return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS));
    }
  }

  /** Starts in step with the other clock. */
  public CloudClock(Clock base) {
    this.base = base;
    Instant now = base.instant();
    this.course = new Course(now, now, 1);
  }

  /** Moves it on by this much more; a negative amount moves it back. */
  public synchronized void advance(Duration amount) {
    Instant now = base.instant();
    course = new Course(now, course.after(now).plus(amount), course.rate());
    changes++;
  }

  /** Puts it to a moment, from which it goes on. */
  public synchronized void set(Instant moment) {
    course = new Course(base.instant(), moment, course.rate());
    changes++;
  }

  /** Puts it this far ahead of the other clock. */
  public synchronized void setAhead(Duration amount) {
    Instant now = base.instant();
    course = new Course(now, now.plus(amount), course.rate());
    changes++;
  }

  /** From now on so many seconds pass for each second of the other clock; 0 stops it. */
  public synchronized void setRate(double rate) {
    Instant now = base.instant();
    course = new Course(now, course.after(now), rate);
    changes++;
  }

  /** How fast it runs; 1 is in step, 0 stands still. */
  public double rate() {
    return course.rate();
  }

  /** How far it is ahead of the other clock. */
  public Duration ahead() {
    Instant now = base.instant();
    return Duration.between(now, course.after(now));
  }

  /** Rises whenever it is moved or its rate is changed. */
  public synchronized long changes() {
    return changes;
  }

  @Override
  public Instant instant() {
    return course.after(base.instant());
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
