// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import io.berth.runtime.Host;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each step of a start took, when somebody wants to know. */
final class StartTimes {
  private final Clock clock;
  private final boolean wanted;
  private final Map<String, Object> millis = new LinkedHashMap<>();

  /**
   * @param wanted whether {@link #log} writes its line
   */
  StartTimes(Clock clock, boolean wanted) {
    this.clock = clock;
    this.wanted = wanted;
    if (wanted) {
      millis.put("msg", "start");
      millis.put("jvm_ms", sinceProcessStart());
    }
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

  // To a hundredth of a second, which is how the system keeps it.
  private long sinceProcessStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> clock.millis() - start.toEpochMilli())
        .orElse(-1L);
  }
}
