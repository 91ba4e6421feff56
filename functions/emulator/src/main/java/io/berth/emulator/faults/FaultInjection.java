// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.state.CloudState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a fault does to one call on its way. Most calls are struck by none. */
public record FaultInjection(Optional<FaultStrike> strike) {
  private static final List<String> NAMES =
      List.of("RegistryName", "NamespaceName", "Description", "InstanceName", "FunctionName");

  /** What the call does. */
  @FunctionalInterface
  public interface Execution {
    public ObjectNode run() throws ApiError;
  }

  /** Asks the rules once. */
  public static FaultInjection by(
      FaultRules faults, String action, String region, String secretId, ObjectNode parameters) {
    List<String> names =
        NAMES.stream()
            .map(parameters::path)
            .flatMap(value -> value.isTextual() ? Stream.of(value.textValue()) : Stream.empty())
            .toList();
    return new FaultInjection(faults.strike(new CallAttributes(action, region, secretId, names)));
  }

  /** What happens when the call gets to this point. */
  public void at(FaultPoint point) throws ApiError, CallCut {
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

  private static void cutUnlessDone(FaultPoint point) throws CallCut {
    if (point != FaultPoint.AFTER_COMMIT) {
      throw new CallCut();
    }
  }

  /** Carries the call out: once as a rule, else twice, or later. */
  public ObjectNode run(Execution doing, CloudState world, CallRecorder trace)
      throws ApiError, CallCut {
    if (is(FaultEffect.LATE_EFFECT)) {
      long seconds = strike.get().rule().detail().seconds();
      world.later().put(world.clock().instant().plusSeconds(seconds), doing, trace);
      throw new CallCut();
    }
    return is(FaultEffect.TWICE) ? twice(doing) : doing.run();
  }

  private ObjectNode twice(Execution doing) throws ApiError {
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
  public Optional<Instant> horizon(Instant now) {
    return strike
        .filter(by -> by.rule().effect() == FaultEffect.LAG)
        .map(by -> now.minusSeconds(by.rule().detail().seconds()));
  }

  private boolean is(FaultEffect effect) {
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
