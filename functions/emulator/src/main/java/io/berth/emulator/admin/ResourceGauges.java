// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import io.berth.emulator.state.CloudState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.function.Supplier;

/** How much there is of each kind, counted when somebody asks. */
public final class ResourceGauges {
  private ResourceGauges() {}

  /**
   * Puts one gauge for each kind into a registry.
   *
   * @param state the current one; a reset empties the gauges with it
   */
  public static void register(MeterRegistry registry, Supplier<CloudState> state) {
    for (String kind : state.get().resources().keySet()) {
      Gauge.builder("berth.emulator.resources", () -> count(state.get(), kind))
          .description("What exists now, named as in GET /_emulator/state.")
          .tag("kind", kind)
          .strongReference(true)
          .register(registry);
    }
  }

  private static int count(CloudState state, String kind) {
    return Objects.requireNonNull(state.resources().get(kind)).get().size();
  }
}
