// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.fault.Effect;
import io.berth.emulator.fault.Faults;
import io.berth.emulator.fault.Point;
import io.berth.emulator.fault.Strike;
import io.berth.emulator.fault.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a fault does to one call on its way. Most calls are struck by none. */
record Struck(Optional<Strike> strike) {
  private static final List<String> NAMES =
      List.of("RegistryName", "NamespaceName", "Description", "InstanceName", "FunctionName");

  /** What the call does. */
  @FunctionalInterface
  interface Doing {
    ObjectNode run() throws ApiError;
  }

  /** Asks the rules once. */
  static Struck by(
      Faults faults, String action, String region, String secretId, ObjectNode parameters) {
    List<String> names =
        NAMES.stream()
            .map(parameters::path)
            .flatMap(value -> value.isTextual() ? Stream.of(value.textValue()) : Stream.empty())
            .toList();
    return new Struck(faults.strike(new Subject(action, region, secretId, names)));
  }

  /** What happens when the call gets to this point. */
  void at(Point point) throws ApiError, Cut {
    if (strike.isEmpty() || strike.get().rule().at() != point) {
      return;
    }
    switch (strike.get().rule().effect()) {
      case ERROR -> throw error();
      case LATENCY, LATE_ANSWER -> pause();
      case HANG -> {
        pause();
        cutUnlessDone(point);
      }
      case CLOSE, RESET, STATUS -> cutUnlessDone(point);
      default -> {
        // The others change what is done, or how the answer goes out.
      }
    }
  }

  private ApiError error() {
    return new ApiError(
        strike.get().rule().detail().code(), strike.get().rule().detail().message());
  }

  private static void cutUnlessDone(Point point) throws Cut {
    if (point != Point.AFTER_COMMIT) {
      throw new Cut();
    }
  }

  /** Carries the call out: once as a rule, else twice, or later. */
  ObjectNode run(Doing doing, World world, Trace trace) throws ApiError, Cut {
    if (is(Effect.LATE_EFFECT)) {
      long seconds = strike.get().rule().detail().seconds();
      world.later().put(world.clock().instant().plusSeconds(seconds), doing, trace);
      throw new Cut();
    }
    return is(Effect.TWICE) ? twice(doing) : doing.run();
  }

  private ObjectNode twice(Doing doing) throws ApiError {
    ObjectNode first = doing.run();
    try {
      ObjectNode last = doing.run();
      return strike.get().rule().detail().answersLast() ? last : first;
    } catch (ApiError e) {
      if (strike.get().rule().detail().answersLast()) {
        throw e;
      }
      return first;
    }
  }

  /** What a list must not show: everything created after this. Empty when it shows all. */
  Optional<Instant> horizon(Instant now) {
    return strike
        .filter(by -> by.rule().effect() == Effect.LAG)
        .map(by -> now.minusSeconds(by.rule().detail().seconds()));
  }

  private boolean is(Effect effect) {
    return strike.isPresent() && strike.get().rule().effect() == effect;
  }

  // Real time, not the emulator's: a client's own time limit runs in real time.
  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(strike.get().waitMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
