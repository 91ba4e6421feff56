// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References may stand only where a kind's form asks for something that is there already. */
class SpecsTest {
  private static final Kind REGISTRY = kind("registry");
  private static final Kind CODE = kind("code");
  private static final Kind NAMESPACE = kind("namespace");
  private static final Map<Kind, Map<String, Object>> GOOD =
      Map.of(
          REGISTRY,
          Map.of("Region", "ap-guangzhou", "RegistryName", "payments", "RegistryType", "standard"),
          CODE,
          Map.of("Region", "ap-guangzhou"),
          NAMESPACE,
          Map.of("Region", "ap-guangzhou", "RegistryId", "tcr-1i7kqadw", "NamespaceName", "web"));
  private static final List<String> REFERENCES =
      List.of(
          "registry payments",
          "namespace web",
          "code x",
          "bogus x",
          "part",
          "part 1",
          "part 7",
          "PART 1",
          "registry",
          "registry ",
          "",
          " ");

  private static Kind kind(String word) {
    return Kinds.of(word).orElseThrow();
  }

  private static Map<String, Object> good(Kind kind, String field, Object value) {
    Map<String, Object> json = new LinkedHashMap<>(GOOD.getOrDefault(kind, Map.of()));
    json.put(field, value);
    return json;
  }

  private static List<String> broken(Checked<?> checked) {
    return checked.fold(
        valid -> List.of(),
        invalid -> invalid.violations().stream().map(Violation::sentence).toList());
  }

  private static Checked<Spec> inRegistry(String reference, Kind... earlier) {
    return Specs.check(
        NAMESPACE, good(NAMESPACE, "RegistryId", Map.of("reference", reference)), List.of(earlier));
  }

  /** Every field that a form of any kind fills, but for those that take a reference. */
  static Stream<Arguments> otherFields() {
    return Kinds.ALL.stream()
        .flatMap(
            kind ->
                kind.form().options().stream()
                    .filter(option -> !(option.shape() instanceof Shape.Existing))
                    .map(option -> option.path().split("\\.", 2)[0])
                    .filter(field -> !field.isEmpty())
                    .distinct()
                    .map(field -> Arguments.of(kind.word(), field)));
  }

  @ParameterizedTest
  @MethodSource("otherFields")
  void noOtherFieldOfAnyKindTakesAReference(String word, String field) {
    for (String reference : REFERENCES) {
      Map<String, Object> json = good(kind(word), field, Map.of("reference", reference));
      List<Kind> earlier = List.of(REGISTRY, CODE, NAMESPACE);

      assertThat(broken(Specs.check(kind(word), json, earlier)))
          .as("%s in %s of %s", reference, field, word)
          .isNotEmpty()
          .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }
  }

  @Test
  void whatStandsThereAlreadyIsReferredToByItsName() {
    assertThat(broken(inRegistry("registry payments"))).isEmpty();
  }

  @Test
  void anEarlierPartOfTheRightKindIsReferredToByItsNumber() {
    assertThat(broken(inRegistry("part 1", REGISTRY))).isEmpty();
    assertThat(broken(inRegistry("part 2", CODE, REGISTRY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "part",
        "part ",
        "part 0",
        "part -1",
        "part +1",
        "part 01",
        "part 1 ",
        "part  1",
        "part 1x",
        "part １",
        "part 99999999999999999999",
        "PART 1",
        "Part 1",
        "part 2",
        "part 3",
        "part 7",
        "bogus x",
        "code x",
        "namespace web",
        "Registry payments",
        "registry",
        "registry ",
        " registry payments",
        "registrypayments"
      })
  void saysInOneSentenceWhatMayStandInTheFieldInstead(String reference) {
    assertThat(broken(inRegistry(reference, REGISTRY, CODE)))
        .containsExactly(
            "RegistryId must be the id of a registry, or an object with nothing but"
                + " \"reference\": \"registry NAME\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry  payments", "registry Payments", "registry pay ments"})
  void aNameInAReferenceKeepsTheRulesOfItsKind(String reference) {
    assertThat(broken(inRegistry(reference)))
        .singleElement()
        .asString()
        .startsWith("RegistryName may use a-z, 0-9 and '-'");
  }

  @Test
  void theOnlyPartOfARequestCannotReferToAnyPart() {
    assertThat(broken(inRegistry("part 1"))).hasSize(1);
  }

  /** Otherwise a rule would be dodged by typing the id of what it names. */
  @Test
  void theFactsOfAThingDoNotDependOnHowItsRegistryIsSpelled() {
    Checked<Spec> byId = Specs.check(NAMESPACE, GOOD.get(NAMESPACE));

    assertThat(List.of(facts(byId), facts(inRegistry("part 1", REGISTRY))))
        .containsOnly(facts(inRegistry("registry payments")));
  }

  private static Facts facts(Checked<Spec> checked) {
    return checked.fold(
        valid -> valid.value().facts(),
        invalid -> {
          throw new AssertionError(invalid.violations());
        });
  }

  @Test
  void anObjectThatIsNoReferenceIsRefusedAlike() {
    for (Object object :
        List.of(
            Map.of(),
            Map.of("Reference", "registry payments"),
            Map.of("reference", 1L),
            Map.of("reference", Map.of("reference", "registry payments")),
            Map.of("reference", "registry payments", "more", true))) {
      assertThat(broken(Specs.check(NAMESPACE, good(NAMESPACE, "RegistryId", object))))
          .hasSize(1)
          .allMatch(sentence -> sentence.startsWith("RegistryId must be the id of a registry"));
    }
  }
}
