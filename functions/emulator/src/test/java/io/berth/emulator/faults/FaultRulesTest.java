// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

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

class FaultRulesTest {
  private static final CallFilter ANY =
      new CallFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final FaultRules faults = new FaultRules(clock);

  private static FaultRule rule(CallFilter match, long nth, long count, FaultEffect effect) {
    return new FaultRule(
        match,
        nth,
        count,
        1,
        Optional.empty(),
        effect,
        effect.points().get(0),
        FaultRule.Detail.NONE);
  }

  private static CallFilter action(String name) {
    return new CallFilter(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static CallAttributes call(String action) {
    return new CallAttributes(action, "ap-guangzhou", "AKID1", List.of("payments"));
  }

  private void set(FaultRule... rules) {
    faults.replace(List.of(rules), FaultRules.DEFAULT_SEED);
  }

  private List<Boolean> strikes(String action, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(i -> faults.strike(call(action)).isPresent())
        .toList();
  }

  private Optional<FaultEffect> strike(String action) {
    return faults.strike(call(action)).map(strike -> strike.rule().effect());
  }

  @Test
  void strikesFromTheNthMatchingCallOnAsOftenAsAsked() {
    set(rule(action("CreateInstance"), 2, 2, FaultEffect.CLOSE));

    assertThat(strikes("DescribeInstances", 3)).containsExactly(false, false, false);
    assertThat(strikes("CreateInstance", 4)).containsExactly(false, true, true, false);
    assertThat(faults.list().get(0).seen()).isEqualTo(4);
    assertThat(faults.list().get(0).struck()).isEqualTo(2);
  }

  @Test
  void letsTheFirstRuleThatIsDueWinAndKeepsTheOthersUnused() {
    set(
        rule(ANY, 1, 1, FaultEffect.CLOSE),
        rule(action("CreateInstance"), 1, 1, FaultEffect.LOSE_ANSWER));

    assertThat(strike("CreateInstance")).contains(FaultEffect.CLOSE);
    assertThat(strike("CreateInstance")).contains(FaultEffect.LOSE_ANSWER);
    assertThat(strike("CreateInstance")).isEmpty();
  }

  @Test
  void forgetsTheOldRulesWithTheirCounts() {
    set(rule(ANY, 1, 5, FaultEffect.CLOSE));
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
    CallFilter match =
        new CallFilter(Optional.empty(), Optional.of(region), Optional.of(key), Optional.of(name));
    set(rule(match, 1, 1, FaultEffect.CLOSE));

    assertThat(strikes("CreateInstance", 1)).containsExactly(struck);
  }

  @Test
  void matchesNoNameOfACallThatHasNone() {
    CallFilter named =
        new CallFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("*"));
    set(rule(named, 1, 1, FaultEffect.CLOSE));

    assertThat(faults.strike(new CallAttributes("DescribeInstances", "", "", List.of()))).isEmpty();
    assertThat(strikes("CreateInstance", 1)).containsExactly(true);
  }

  @Test
  void strikesByChanceAndTheSameWayForTheSameSeed() {
    FaultRule often =
        new FaultRule(
            ANY,
            1,
            FaultRule.NO_END,
            0.3,
            Optional.empty(),
            FaultEffect.CLOSE,
            FaultPoint.BEFORE_VALIDATE,
            FaultRule.Detail.NONE);
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
        new FaultRule(
            ANY,
            1,
            FaultRule.NO_END,
            1,
            Optional.of(60L),
            FaultEffect.CLOSE,
            FaultPoint.BEFORE_VALIDATE,
            FaultRule.Detail.NONE));

    assertThat(strikes("CreateInstance", 2)).containsExactly(true, true);
    clock.advance(Duration.ofSeconds(60));
    assertThat(strikes("CreateInstance", 1)).containsExactly(false);
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void spreadsAWaitAroundItsMedianAndNeverPastTheLongest() {
    FaultRule.Detail spread = new FaultRule.Detail("", "", 0, 1_000, 1, 0, false);
    set(
        new FaultRule(
            ANY,
            1,
            FaultRule.NO_END,
            1,
            Optional.empty(),
            FaultEffect.LATENCY,
            FaultPoint.AFTER_COMMIT,
            spread));

    List<Long> waits =
        IntStream.range(0, 1_001)
            .mapToObj(i -> faults.strike(call("CreateInstance")).orElseThrow().waitMillis())
            .sorted()
            .toList();

    assertThat(waits.get(500)).isBetween(850L, 1_150L);
    assertThat(waits.get(0)).isLessThan(200);
    assertThat(waits.get(1_000)).isBetween(5_000L, FaultRule.LONGEST_MILLIS);
  }
}
