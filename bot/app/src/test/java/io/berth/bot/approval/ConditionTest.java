// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Spec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Condition CODE = words("kind", "code");

  private static Condition words(String fact, String... words) {
    return new Condition(Map.of(fact, Set.of(words)), Map.of());
  }

  private static boolean holds(Condition condition, String asked) {
    Spec spec = Proposals.of(asked).parts().get(0);
    return condition.holds(Policy.allFacts(spec, Optional.of("payments")));
  }

  @Test
  void comparesEveryFactThatItNames() {
    assertThat(holds(CODE, "code")).isTrue();
    assertThat(holds(CODE, "registry payments type=basic")).isFalse();
    assertThat(holds(words("type", "basic", "standard"), "registry payments type=standard"))
        .isTrue();
    assertThat(holds(words("charge", "postpaid"), "registry payments type=basic")).isTrue();
    assertThat(holds(words("region", "ap-tokyo"), "code --region ap-tokyo")).isTrue();
    assertThat(holds(words("team", "search"), "code")).isFalse();
    assertThat(holds(Condition.ALWAYS, "code")).isTrue();
  }

  @Test
  void isNotMetByAFactThatTheRequestDoesNotHave() {
    assertThat(holds(words("permanent", "false"), "registry payments type=basic")).isFalse();
    assertThat(holds(words("type", "basic"), "code")).isFalse();
  }

  @Test
  void takesALimitAsMoreThan() {
    Condition above = new Condition(Map.of(), Map.of("hours", 24L, "limit", 10L));
    assertThat(holds(above, "code --hours 25 --limit 11")).isTrue();
    assertThat(holds(above, "code --hours 24 --limit 11")).isFalse();
    assertThat(holds(above, "code --hours 25")).isFalse();
    assertThat(holds(new Condition(Map.of(), Map.of("hours", 24L)), "code --permanent")).isTrue();
  }

  @Test
  void coversALaterOneThatItAlwaysMatchesFirst() {
    assertThat(
            CODE.covers(
                new Condition(
                    Map.of("kind", Set.of("code"), "permanent", Set.of("true")), Map.of())))
        .isTrue();
    assertThat(CODE.covers(words("permanent", "true"))).isFalse();
    assertThat(words("type", "basic", "standard").covers(words("type", "basic"))).isTrue();
    assertThat(words("type", "basic").covers(words("type", "basic", "standard"))).isFalse();
    assertThat(
            new Condition(Map.of(), Map.of("limit", 10L))
                .covers(new Condition(Map.of(), Map.of("limit", 50L))))
        .isTrue();
    assertThat(
            new Condition(Map.of(), Map.of("limit", 50L))
                .covers(new Condition(Map.of(), Map.of("limit", 10L))))
        .isFalse();
    assertThat(Condition.ALWAYS.covers(CODE)).isTrue();
  }

  @Test
  void saysWhatItAsksFor() {
    assertThat(
            new Condition(
                Map.of("kind", Set.of("code"), "permanent", Set.of("true")), Map.of("limit", 100L)))
        .hasToString("kind code, permanent true, limit above 100");
    assertThat(Condition.ALWAYS).hasToString("everything");
  }
}
