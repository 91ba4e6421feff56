// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.journal.CallRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a fault does to one call on its way. Most calls are struck by none. Used by one thread. */
public final class FaultInjection {
  private static final int OK = 200;

  private final FaultRules rules;
  private final DelayedCalls delayed;
  private final Clock clock;
  private final CallRecorder recorder;
  private Optional<FaultStrike> strike = Optional.empty();

  /**
   * Starts with no fault.
   *
   * @param delayed takes the call when it shall be carried out later
   * @param clock the emulator's
   * @param recorder is told which fault it was
   */
  public FaultInjection(
      FaultRules rules, DelayedCalls delayed, Clock clock, CallRecorder recorder) {
    this.rules = rules;
    this.delayed = delayed;
    this.clock = clock;
    this.recorder = recorder;
  }

  /** Asks the rules, once for each call. */
  public void select(CallAttributes call) {
    strike = rules.strike(call);
    strike.ifPresent(by -> recorder.struck(by.rule().effect().wireName()));
  }

  /** What happens when the call gets to this point. */
  public void at(FaultPoint point) throws ApiError, CallCut {
    if (strike.isPresent() && strike.get().rule().at() == point) {
      happen(strike.get(), point);
    }
  }

  private static void happen(FaultStrike strike, FaultPoint point) throws ApiError, CallCut {
    switch (strike.rule().effect()) {
      case ERROR -> throw strike.rule().detail().error();
      case LATENCY, LATE_ANSWER -> pause(strike);
      case HANG -> {
        pause(strike);
        cutUnlessDone(point);
      }
      case CLOSE, RESET, STATUS -> cutUnlessDone(point);
      case LOSE_ANSWER, LATE_EFFECT, TWICE, LAG, TRUNCATED, MALFORMED, WRONG_TYPE -> {
        // They change what is done, or how the answer goes out.
      }
    }
  }

  private static void cutUnlessDone(FaultPoint point) throws CallCut {
    if (point != FaultPoint.AFTER_COMMIT) {
      throw new CallCut();
    }
  }

  // Real time, not the emulator's: a client's own time limit runs in real time.
  private static void pause(FaultStrike strike) {
    try {
      TimeUnit.MILLISECONDS.sleep(strike.waitMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Carries the call out: once as a rule, else twice, or later. */
  public ObjectNode run(CallExecution execution) throws ApiError, CallCut {
    Optional<FaultStrike> late = struckBy(FaultEffect.LATE_EFFECT);
    if (late.isPresent()) {
      long seconds = late.get().rule().detail().seconds();
      delayed.put(clock.instant().plusSeconds(seconds), execution, recorder);
      throw new CallCut();
    }
    Optional<FaultStrike> twice = struckBy(FaultEffect.TWICE);
    return twice.isPresent()
        ? runTwice(execution, twice.get().rule().detail().answersLast())
        : execution.run();
  }

  private static ObjectNode runTwice(CallExecution execution, boolean answersLast) throws ApiError {
    ObjectNode first = execution.run();
    try {
      ObjectNode last = execution.run();
      return answersLast ? last : first;
    } catch (ApiError e) {
      if (answersLast) {
        throw e;
      }
      return first;
    }
  }

  /** What a list must not show: everything created after this. Empty when it shows all. */
  public Optional<Instant> horizon() {
    return struckBy(FaultEffect.LAG)
        .map(by -> clock.instant().minusSeconds(by.rule().detail().seconds()));
  }

  private Optional<FaultStrike> struckBy(FaultEffect effect) {
    return strike.filter(by -> by.rule().effect() == effect);
  }

  /** How the answer goes out, whether it says yes or no. */
  public AnswerDelivery delivery() {
    return strike.map(by -> AnswerDelivery.of(by.rule().effect())).orElse(AnswerDelivery.WHOLE);
  }

  /** The HTTP status of the answer. */
  public int status() {
    return strike.map(by -> by.rule().detail().status()).filter(status -> status > 0).orElse(OK);
  }
}
