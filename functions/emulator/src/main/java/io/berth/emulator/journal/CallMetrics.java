// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import io.berth.emulator.product.CloudProduct;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Counts calls from the start of the process to its end. A reset does not touch them: they would go
 * down, and who reads them from time to time would lose what came between two looks.
 */
public final class CallMetrics {
  private static final Duration[] BOUNDS =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  // Codes of fault rules are anybody's text, so there is no end to them.
  private static final int MOST_SERIES = 1_000;
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer durations;
  private final Set<Series> known = new HashSet<>();

  /** What calls are told apart by. */
  private record Series(String product, String version, String action, String code) {}

  /**
   * Starts at nothing.
   *
   * @param clock the machine's: moving the emulator's must not make calls look long
   * @param effects of faults, each of which is shown before it happens
   */
  public CallMetrics(MeterRegistry registry, Clock clock, Collection<String> effects) {
    this.registry = registry;
    this.clock = clock;
    this.durations =
        Timer.builder("berth.emulator.call.duration")
            .description("How long calls took, in the machine's time, waits of faults included.")
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    effects.forEach(this::struck);
  }

  /** The machine's time, at which a call starts. */
  public Instant now() {
    return clock.instant();
  }

  /** Counts a call that ends now. */
  public void ended(JournalEntry call, Collection<CloudProduct> products, Instant start) {
    calls(known(series(call, products))).increment();
    call.fault().map(this::struck).ifPresent(Counter::increment);
    Duration took = Duration.between(start, now());
    durations.record(took.isNegative() ? Duration.ZERO : took);
  }

  private Counter calls(Series series) {
    return Counter.builder("berth.emulator.calls")
        .description("Calls since the process started; a reset does not touch them.")
        .tag("product", series.product())
        .tag("version", series.version())
        .tag("action", series.action())
        .tag("code", series.code())
        .register(registry);
  }

  private Counter struck(String effect) {
    return Counter.builder("berth.emulator.faults.struck")
        .description("Calls that a fault rule struck, by its effect.")
        .tag("effect", effect)
        .register(registry);
  }

  private synchronized Series known(Series series) {
    boolean fits = known.contains(series) || known.size() < MOST_SERIES && known.add(series);
    return fits ? series : new Series(OTHER, OTHER, OTHER, OTHER);
  }

  private static Series series(JournalEntry call, Collection<CloudProduct> products) {
    String action = call.action().orElse("");
    Optional<CloudProduct> served =
        products.stream().filter(product -> serves(product, call, action)).findFirst();
    return served
        .map(product -> new Series(product.name(), product.version(), action, call.code()))
        .orElseGet(() -> new Series(OTHER, OTHER, OTHER, call.code()));
  }

  private static boolean serves(CloudProduct product, JournalEntry call, String action) {
    // Only what an agent asks has no form of signature and yet an action.
    return call.signature().isEmpty()
        ? product.agentActions().containsKey(action)
        : call.version().filter(product.version()::equals).isPresent()
            && product.actions().containsKey(action);
  }
}
