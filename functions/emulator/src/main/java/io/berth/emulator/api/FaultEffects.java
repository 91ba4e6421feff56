// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a fault does to a call, before and after it is carried out. */
final class FaultEffects {
  private FaultEffects() {}

  static void before(Optional<Faults.Rule> fault) throws ApiError {
    if (is(fault, Faults.Effect.ERROR)) {
      throw new ApiError(fault.get().code(), fault.get().message());
    }
    if (is(fault, Faults.Effect.CLOSE)) {
      throw new ApiError("InternalError", "Closed by a fault rule; nobody reads this.");
    }
    if (is(fault, Faults.Effect.LATENCY)) {
      pause(fault.get().millis());
    }
  }

  static void after(Optional<Faults.Rule> fault) {
    if (is(fault, Faults.Effect.LATE_ANSWER)) {
      pause(fault.get().millis());
    }
  }

  static boolean losesAnswer(Faults.Rule fault) {
    return fault.effect() == Faults.Effect.CLOSE || fault.effect() == Faults.Effect.LOSE_ANSWER;
  }

  private static boolean is(Optional<Faults.Rule> fault, Faults.Effect effect) {
    return fault.isPresent() && fault.get().effect() == effect;
  }

  // Real time, not the emulator's: a client's own time limit runs in real time.
  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
