// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import io.berth.emulator.error.ApiError;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One rule: for some calls, from the nth on, so often, this effect at this point.
 *
 * @param nth the first matching call that it may strike, counted from 1
 * @param count how often it strikes; {@link #NO_END} for always
 * @param probability with which a call that is due is struck, from 0 to 1
 * @param lifetimeSeconds how long it lasts by the emulator's clock; empty for ever
 * @param at one of the effect's points
 */
public record FaultRule(
    CallFilter match,
    long nth,
    long count,
    double probability,
    Optional<Long> lifetimeSeconds,
    FaultEffect effect,
    FaultPoint at,
    Detail detail) {
  /** The count of a rule that goes on striking. */
  public static final long NO_END = Long.MAX_VALUE;

  /**
   * What some effects need to know; the others leave it at {@link #NONE}.
   *
   * @param code of {@link FaultEffect#ERROR}
   * @param message of {@link FaultEffect#ERROR}
   * @param status of {@link FaultEffect#STATUS}
   * @param millis how long the call waits, in real time
   * @param sigma spreads that wait: log-normal around {@code millis}; 0 for always the same
   * @param seconds of {@link FaultEffect#LATE_EFFECT} and {@link FaultEffect#LAG}, by the
   *     emulator's clock
   * @param answersLast whether {@link FaultEffect#TWICE} answers with the second result
   */
  public record Detail(
      String code,
      String message,
      int status,
      long millis,
      double sigma,
      long seconds,
      boolean answersLast) {
    ApiError error() {
      return new ApiError(code, message);
    }

    /** Nothing said. */
    public static final Detail NONE = new Detail("", "", 0, 0, 0, 0, false);
  }

  /** The longest that a call is ever held up. */
  public static final long LONGEST_MILLIS = 60_000;

  /** How long the call it strikes now waits, in milliseconds. */
  long waitMillis(RandomGenerator random) {
    double spread = detail.sigma() == 0 ? 1 : Math.exp(detail.sigma() * random.nextGaussian());
    return Math.min(LONGEST_MILLIS, Math.round(detail.millis() * spread));
  }
}
