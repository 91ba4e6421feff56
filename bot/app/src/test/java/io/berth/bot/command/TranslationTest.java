// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kinds;
import io.berth.contract.Violation;
import org.junit.jupiter.api.Test;

class TranslationTest {
  private final Translation translation = new Translation(Kinds.USUAL.form());

  @Test
  void replacesTheLongestPath() {
    assertThat(
            translation.translate("RegistryChargePrepaid.Period 0 is below 1; see RegistryName."))
        .isEqualTo("--months 0 is below 1; see Name.");
  }

  @Test
  void leavesWhatSomebodyTypedAlone() {
    assertThat(translation.translate("RegistryType 'RegistryType' is wrong."))
        .isEqualTo("--type 'RegistryType' is wrong.");
    assertThat(translation.translate("MyRegistryType and RegistryTypes"))
        .isEqualTo("MyRegistryType and RegistryTypes");
  }

  @Test
  void addsOnlyAnErrorCodeThatSaysMore() {
    assertThat(
            translation.sentence(
                new Violation(
                    "RegistryName", "required", "MissingParameter", "RegistryName is missing.")))
        .isEqualTo("Name is missing.");
    assertThat(
            translation.sentence(
                new Violation(
                    "RegistryName",
                    "x",
                    "InvalidParameter.ErrorNameIllegal",
                    "RegistryName is wrong.")))
        .isEqualTo("Name is wrong (InvalidParameter.ErrorNameIllegal).");
  }
}
