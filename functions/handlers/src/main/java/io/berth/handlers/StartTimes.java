// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import io.berth.runtime.Host;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How long each step of a start took, when somebody wants to know. */
final class StartTimes {
  private final boolean wanted;
  private final Map<String, Object> millis = new LinkedHashMap<>();

  /**
   * @param began when {@code bootstrap} began, in milliseconds since 1970; empty when nobody wants
   *     to know, and then {@link #log} writes nothing
   */
  StartTimes(Clock clock, Optional<Long> began) {
    this.wanted = began.isPresent();
    began.ifPresent(
        moment -> {
          millis.put("msg", "start");
          millis.put("jvm_ms", clock.millis() - moment);
        });
  }

  /** Runs a step and keeps its time. */
  <T> T step(String name, Supplier<T> step) {
    long start = System.nanoTime();
    T result = step.get();
    millis.put(name + "_ms", (System.nanoTime() - start) / 1_000_000);
    return result;
  }

  void log(Host host) {
    if (wanted) {
      host.note(millis);
    }
  }
}
