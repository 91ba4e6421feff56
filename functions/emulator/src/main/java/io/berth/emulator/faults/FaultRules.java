// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The rules in their order; the first that is due for a call strikes it. */
public final class FaultRules {
  /** The seed that is used when nobody gives one, so that every run goes the same way. */
  public static final long DEFAULT_SEED = 1;

  private final Clock clock;
  private List<CountedRule> rules = List.of();
  private long seed = DEFAULT_SEED;
  private Random random = new Random(DEFAULT_SEED);

  /**
   * Starts without a rule.
   *
   * @param clock the emulator's: rules end by it
   */
  public FaultRules(Clock clock) {
    this.clock = clock;
  }

  /**
   * A rule and its history.
   *
   * @param seen matching calls since it was set
   * @param struck how many of them it struck
   */
  public record RuleCount(FaultRule rule, long seen, long struck) {}

  private static final class CountedRule {
    final FaultRule rule;
    final Instant end;
    long seen;
    long struck;

    CountedRule(FaultRule rule, Instant now) {
      this.rule = rule;
      this.end = rule.lifetimeSeconds().map(now::plusSeconds).orElse(Instant.MAX);
    }

    boolean isDue() {
      return seen >= rule.nth() && struck < rule.count();
    }
  }

  /** Replaces all rules; every count and the sequence of chances start anew. */
  public synchronized void replace(List<FaultRule> next, long withSeed) {
    Instant now = clock.instant();
    rules = next.stream().map(rule -> new CountedRule(rule, now)).toList();
    seed = withSeed;
    random = new Random(withSeed);
  }

  /** The seed of the chances. */
  public synchronized long seed() {
    return seed;
  }

  /** The rules in their order, without those that have ended. */
  public synchronized List<RuleCount> list() {
    return rules.stream()
        .filter(this::isAlive)
        .map(counted -> new RuleCount(counted.rule, counted.seen, counted.struck))
        .toList();
  }

  private boolean isAlive(CountedRule counted) {
    return clock.instant().isBefore(counted.end);
  }

  /** Counts a call against every rule that fits; the first one due strikes it. */
  synchronized Optional<FaultStrike> strike(CallAttributes call) {
    Optional<CountedRule> first = Optional.empty();
    for (CountedRule counted : rules) {
      if (isAlive(counted) && counted.rule.match().fits(call)) {
        counted.seen++;
        if (first.isEmpty() && counted.isDue() && happens(counted.rule)) {
          first = Optional.of(counted);
        }
      }
    }
    first.ifPresent(counted -> counted.struck++);
    return first.map(counted -> new FaultStrike(counted.rule, counted.rule.waitMillis(random)));
  }

  private boolean happens(FaultRule rule) {
    return rule.probability() >= 1 || random.nextDouble() < rule.probability();
  }
}
