// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  private static final Match ANY =
      new Match(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final Faults faults = new Faults(clock);

  private static Rule rule(Match match, long nth, long count, Effect effect) {
    return new Rule(
        match, nth, count, 1, Optional.empty(), effect, effect.points().get(0), Rule.Detail.NONE);
  }

  private static Match action(String name) {
    return new Match(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Subject call(String action) {
    return new Subject(action, "ap-guangzhou", "AKID1", List.of("payments"));
  }

  private void set(Rule... rules) {
    faults.replace(List.of(rules), Faults.DEFAULT_SEED);
  }

  private List<Boolean> strikes(String action, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(i -> faults.strike(call(action)).isPresent())
        .toList();
  }

  private Optional<Effect> strike(String action) {
    return faults.strike(call(action)).map(strike -> strike.rule().effect());
  }

  @Test
  void strikesFromTheNthMatchingCallOnAsOftenAsAsked() {
    set(rule(action("CreateInstance"), 2, 2, Effect.CLOSE));

    assertThat(strikes("DescribeInstances", 3)).containsExactly(false, false, false);
    assertThat(strikes("CreateInstance", 4)).containsExactly(false, true, true, false);
    assertThat(faults.list().get(0).seen()).isEqualTo(4);
    assertThat(faults.list().get(0).struck()).isEqualTo(2);
  }

  @Test
  void letsTheFirstRuleThatIsDueWinAndKeepsTheOthersUnused() {
    set(rule(ANY, 1, 1, Effect.CLOSE), rule(action("CreateInstance"), 1, 1, Effect.LOSE_ANSWER));

    assertThat(strike("CreateInstance")).contains(Effect.CLOSE);
    assertThat(strike("CreateInstance")).contains(Effect.LOSE_ANSWER);
    assertThat(strike("CreateInstance")).isEmpty();
  }

  @Test
  void forgetsTheOldRulesWithTheirCounts() {
    set(rule(ANY, 1, 5, Effect.CLOSE));
    set();

    assertThat(strikes("CreateInstance", 1)).containsExactly(false);
    assertThat(faults.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ap-guangzhou, AKID1, payments, true",
    "ap-guangzhou, AKID1, pay*, true",
    "ap-guangzhou, AKID1, *m?nt*, true",
    "ap-guangzhou, AKID1, **payments**, true",
    "ap-guangzhou, AKID1, p*p*s, false",
    "ap-guangzhou, AKID1, pay, false",
    "ap-guangzhou, AKID1, payments?, false",
    "ap-guangzhou, AKID1, pay.*, false",
    "ap-singapore, AKID1, payments, false",
    "ap-guangzhou, AKID2, payments, false"
  })
  void strikesOnlyWhatFitsInEveryPoint(String region, String key, String name, boolean struck) {
    Match match =
        new Match(Optional.empty(), Optional.of(region), Optional.of(key), Optional.of(name));
    set(rule(match, 1, 1, Effect.CLOSE));

    assertThat(strikes("CreateInstance", 1)).containsExactly(struck);
  }

  @Test
  void matchesNoNameOfACallThatHasNone() {
    Match named = new Match(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("*"));
    set(rule(named, 1, 1, Effect.CLOSE));

    assertThat(faults.strike(new Subject("DescribeInstances", "", "", List.of()))).isEmpty();
    assertThat(strikes("CreateInstance", 1)).containsExactly(true);
  }

  @Test
  void strikesByChanceAndTheSameWayForTheSameSeed() {
    Rule often =
        new Rule(
            ANY,
            1,
            Rule.NO_END,
            0.3,
            Optional.empty(),
            Effect.CLOSE,
            Point.BEFORE_VALIDATE,
            Rule.Detail.NONE);
    faults.replace(List.of(often), 42);
    List<Boolean> once = strikes("CreateInstance", 1_000);
    faults.replace(List.of(often), 42);
    List<Boolean> again = strikes("CreateInstance", 1_000);
    faults.replace(List.of(often), 43);
    List<Boolean> other = strikes("CreateInstance", 1_000);

    assertThat(again).isEqualTo(once).isNotEqualTo(other);
    assertThat(once.stream().filter(struck -> struck).count()).isBetween(240L, 360L);
  }

  @Test
  void endsARuleWithItsLifetimeByTheEmulatorsClock() {
    set(
        new Rule(
            ANY,
            1,
            Rule.NO_END,
            1,
            Optional.of(60L),
            Effect.CLOSE,
            Point.BEFORE_VALIDATE,
            Rule.Detail.NONE));

    assertThat(strikes("CreateInstance", 2)).containsExactly(true, true);
    clock.advance(Duration.ofSeconds(60));
    assertThat(strikes("CreateInstance", 1)).containsExactly(false);
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void spreadsAWaitAroundItsMedianAndNeverPastTheLongest() {
    Rule.Detail spread = new Rule.Detail("", "", 0, 1_000, 1, 0, false);
    set(
        new Rule(
            ANY, 1, Rule.NO_END, 1, Optional.empty(), Effect.LATENCY, Point.AFTER_COMMIT, spread));

    List<Long> waits =
        IntStream.range(0, 1_001)
            .mapToObj(i -> faults.strike(call("CreateInstance")).orElseThrow().waitMillis())
            .sorted()
            .toList();

    assertThat(waits.get(500)).isBetween(850L, 1_150L);
    assertThat(waits.get(0)).isLessThan(200);
    assertThat(waits.get(1_000)).isBetween(5_000L, Rule.LONGEST_MILLIS);
  }
}
