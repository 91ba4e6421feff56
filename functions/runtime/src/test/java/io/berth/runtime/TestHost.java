// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Hosts with a fixed clock, numbered ids and captured lines. */
final class TestHost {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  private TestHost() {}

  static Host of(Map<String, String> environment, Lines lines) {
    AtomicInteger ids = new AtomicInteger();
    return new Host(environment, CLOCK, lines.stream(), () -> "made-" + ids.incrementAndGet());
  }

  static FunctionContext context(String requestId) {
    return of(Map.of(), new Lines()).context(requestId, 256, 30_000, Headers.NONE);
  }
}
