// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.berth.contract.FunctionName;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private final Fixture function =
      new Fixture(FunctionName.TCR_CREATE_INSTANCE, URI.create("http://127.0.0.1:1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BERTH_CALLERS|''|BERTH_CALLERS is empty",
        "BERTH_CALLERS|bot:whsec_short:*|BERTH_CALLERS entry 1, secret 1, must be whsec_",
        "BERTH_REQUIRE_APPROVAL|robot|'robot' is none of them",
        "BERTH_REQUIRE_APPROVAL|TRUE|'TRUE' is none of them",
        "BERTH_APPROVAL_KEYS|''|BERTH_APPROVAL_KEYS is missing",
        "BERTH_APPROVAL_KEYS|k1:nonsense|BERTH_APPROVAL_KEYS entry 1 is not",
        "BERTH_CLOUD_ENDPOINT|http://169.254.169.254/|endpoint 169.254.169.254 must be https",
        "TENCENTCLOUD_REGION|guangzhou|example: ap-guangzhou"
      })
  void mistakesAreSentences(String name, String value, String sentence) {
    function.with(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(function::handler)
        .withMessageContaining(sentence)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("whsec_short", "nonsense"));
  }

  @Test
  void keysAreNotAskedForWhereNobodyNeedsAnApproval() {
    function.with("BERTH_REQUIRE_APPROVAL", "false").without("BERTH_APPROVAL_KEYS");

    assertThat(function.handler()).isNotNull();
  }
}
