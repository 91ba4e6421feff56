// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kinds;
import io.berth.contract.RequestRule;
import io.berth.contract.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationTest {
  private final Translation translation = new Translation(Kinds.USUAL.form());

  @Test
  void callsFieldsByTheOptionsThatFillThem() {
    assertThat(translation.label("RegistryName")).isEqualTo("Name");
    assertThat(translation.label("RegistryChargePrepaid.Period")).isEqualTo("--months");
    assertThat(translation.label("TagSpecification.Tags.0.Key")).isEqualTo("--tag.0.Key");
    assertThat(translation.label("RegistryChargePrepaid")).isEqualTo("RegistryChargePrepaid");
  }

  @Test
  void leavesWhatSomebodyTypedAlone() {
    Violation violation =
        new Violation(
            "RegistryType",
            RequestRule.REGISTRY_TYPE,
            "InvalidParameter",
            Map.of("given", "'RegistryType'"));
    assertThat(translation.sentence(violation))
        .isEqualTo(
            "--type 'RegistryType' is not one of basic, standard or premium (in lower case).");
  }

  @Test
  void addsOnlyAnErrorCodeThatSaysMore() {
    assertThat(
            translation.sentence(
                new Violation(
                    "RegistryName",
                    RequestRule.REGISTRY_NAME_NEEDED,
                    "MissingParameter",
                    Map.of())))
        .isEqualTo("Name is missing; give the registry a name of 5 to 50 characters.");
    assertThat(
            translation.sentence(
                new Violation(
                    "RegistryName",
                    RequestRule.REGISTRY_NAME_ENDS,
                    "InvalidParameter.ErrorNameIllegal",
                    Map.of())))
        .isEqualTo(
            "Name must begin and end with a letter or a digit (InvalidParameter.ErrorNameIllegal).");
  }
}
