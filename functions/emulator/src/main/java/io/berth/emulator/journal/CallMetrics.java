// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import io.berth.emulator.faults.FaultEffect;
import io.berth.emulator.product.CloudProduct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts calls from the start of the process to its end. A reset does not touch them: they would go
 * down, and who reads them from time to time would lose what came between two looks.
 */
public final class CallMetrics {
  /** The upper bounds of the buckets of time; one more bucket takes what is longer. */
  public static final List<Duration> BOUNDS =
      List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
          .stream()
          .map(Duration::ofMillis)
          .toList();

  // Codes of fault rules are anybody's text, so there is no end to them.
  private static final int MOST_SERIES = 1_000;
  private static final String OTHER = "other";

  private final Clock clock;
  private final SortedMap<Series, Long> calls =
      new TreeMap<>(
          Comparator.comparing(Series::product)
              .thenComparing(Series::version)
              .thenComparing(Series::action)
              .thenComparing(Series::code));
  private final Map<String, Long> struck = new LinkedHashMap<>();
  private final long[] buckets = new long[BOUNDS.size() + 1];
  private Duration total = Duration.ZERO;

  /**
   * What calls are told apart by.
   *
   * @param product e.g. {@code tcr}; {@code other} with version and action when there is no such
   *     action
   * @param code {@code ok}, the error's code, or {@code cut}
   */
  public record Series(String product, String version, String action, String code) {}

  /**
   * Everything at one moment.
   *
   * @param struck calls that a fault rule struck, by effect
   * @param buckets calls by how long they took, each only in the first that it fits in
   * @param total how long all calls took together
   */
  public record Figures(
      SortedMap<Series, Long> calls,
      Map<String, Long> struck,
      List<Long> buckets,
      Duration total) {}

  /**
   * Starts at nothing.
   *
   * @param clock the machine's: moving the emulator's must not make calls look long
   */
  public CallMetrics(Clock clock) {
    this.clock = clock;
    for (FaultEffect effect : FaultEffect.values()) {
      struck.put(effect.wireName(), 0L);
    }
  }

  public Instant now() {
    return clock.instant();
  }

  /** Counts a call that ends now. */
  public synchronized void ended(
      Journal.JournalEntry call, Collection<CloudProduct> products, Instant start) {
    Series series = series(call, products);
    boolean fits = calls.containsKey(series) || calls.size() < MOST_SERIES;
    calls.merge(fits ? series : new Series(OTHER, OTHER, OTHER, OTHER), 1L, Long::sum);
    call.fault().ifPresent(effect -> struck.merge(effect, 1L, Long::sum));
    Duration took = Duration.between(start, now());
    took = took.isNegative() ? Duration.ZERO : took;
    buckets[bucket(took)]++;
    total = total.plus(took);
  }

  private static Series series(Journal.JournalEntry call, Collection<CloudProduct> products) {
    String action = call.action().orElse("");
    Optional<CloudProduct> served =
        products.stream().filter(p -> serves(p, call, action)).findFirst();
    return served
        .map(product -> new Series(product.name(), product.version(), action, call.code()))
        .orElseGet(() -> new Series(OTHER, OTHER, OTHER, call.code()));
  }

  private static boolean serves(CloudProduct product, Journal.JournalEntry call, String action) {
    // Only what an agent asks has no form of signature and yet an action.
    return call.signature().isEmpty()
        ? product.agentActions().containsKey(action)
        : call.version().filter(product.version()::equals).isPresent()
            && product.actions().containsKey(action);
  }

  private static int bucket(Duration took) {
    int bucket = 0;
    while (bucket < BOUNDS.size() && took.compareTo(BOUNDS.get(bucket)) > 0) {
      bucket++;
    }
    return bucket;
  }

  /** What was counted so far. */
  public synchronized Figures figures() {
    return new Figures(
        new TreeMap<>(calls),
        new LinkedHashMap<>(struck),
        Arrays.stream(buckets).boxed().toList(),
        total);
  }
}
