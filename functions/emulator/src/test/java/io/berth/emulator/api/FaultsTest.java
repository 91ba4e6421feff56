// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.api.Faults.Effect;
import io.berth.emulator.api.Faults.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();

  private static Rule rule(String action, long nth, long count, Effect effect) {
    Optional<String> name = action.isEmpty() ? Optional.empty() : Optional.of(action);
    return new Rule(name, nth, count, effect, "", "", 0);
  }

  private List<Boolean> strikes(String action, int calls) {
    return java.util.stream.IntStream.range(0, calls)
        .mapToObj(i -> faults.strike(action).isPresent())
        .toList();
  }

  @Test
  void strikesFromTheNthMatchingCallOnAsOftenAsAsked() {
    faults.replace(List.of(rule("CreateInstance", 2, 2, Effect.CLOSE)));

    assertThat(strikes("DescribeInstances", 3)).containsExactly(false, false, false);
    assertThat(strikes("CreateInstance", 4)).containsExactly(false, true, true, false);
    assertThat(faults.list().get(0).seen()).isEqualTo(4);
    assertThat(faults.list().get(0).struck()).isEqualTo(2);
  }

  @Test
  void letsTheFirstRuleThatIsDueWin() {
    faults.replace(
        List.of(rule("", 1, 1, Effect.CLOSE), rule("CreateInstance", 1, 2, Effect.LOSE_ANSWER)));

    assertThat(faults.strike("CreateInstance").map(Rule::effect)).contains(Effect.CLOSE);
    assertThat(faults.strike("CreateInstance").map(Rule::effect)).contains(Effect.LOSE_ANSWER);
    assertThat(faults.strike("CreateInstance")).isEmpty();
  }

  @Test
  void forgetsTheOldRulesWithTheirCounts() {
    faults.replace(List.of(rule("", 1, 5, Effect.CLOSE)));
    faults.replace(List.of());

    assertThat(strikes("CreateInstance", 1)).containsExactly(false);
    assertThat(faults.list()).isEmpty();
  }
}
