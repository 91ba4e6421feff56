// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DisableRegisterCodes;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.text.Json;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ListActionsTest {
  @Test
  void theSearchForANameLooksInAllRegionsPageByPage() {
    assertThat(Json.write(DescribeInstances.named("ap-guangzhou", "tcr-test", 100).toJson()))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"Offset\":100,\"Limit\":100,\"Filters\":[{\"Name\":\"RegistryName\",\"Values\":[\"tcr-test\"]}],\"AllRegion\":true}");
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    DescribeInstances named = DescribeInstances.named("ap-guangzhou", "tcr-test", 0);
    assertThat(DescribeInstances.from(named.toJson()))
        .isEqualTo(new Checked.Valid<>(named, java.util.List.of()));
    DescribeRegisterCodes page = DescribeRegisterCodes.page("ap-guangzhou", 200);
    assertThat(DescribeRegisterCodes.from(page.toJson()))
        .isEqualTo(new Checked.Valid<>(page, java.util.List.of()));
  }

  @Test
  void theFieldOfRegistryIdsIsSpelledAsTheApiSpellsIt() {
    String json = "{\"Region\":\"ap-guangzhou\",\"Registryids\":[\"tcr-12345678\"]}";
    assertThat(sentences(DescribeInstances::from, json)).isEmpty();
    assertThat(sentences(DescribeInstances::from, json.replace("Registryids", "RegistryIds")))
        .contains("Unknown field RegistryIds; did you mean Registryids?");
  }

  @Test
  void refusesPagesOutsideTheLimits() {
    assertThat(
            sentences(
                DescribeRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"Limit\":101,\"Offset\":-1}"))
        .contains("Offset -1 is below 0", "Limit 101 is above 100");
  }

  @Test
  void disablingNeedsIdsEachOnce() {
    assertThat(sentences(DisableRegisterCodes::from, "{\"Region\":\"ap-guangzhou\"}"))
        .contains("RegisterCodeIds is missing");
    assertThat(
            sentences(
                DisableRegisterCodes::from, "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[]}"))
        .contains("needs 1 to 99 ids");
    assertThat(
            sentences(
                DisableRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"a\",\"a\"]}"))
        .contains("names 'a' twice");
    assertThat(
            sentences(
                DisableRegisterCodes::from,
                "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[5]}"))
        .contains("must be a list of texts");
  }

  private static <T> String sentences(Function<Map<String, Object>, Checked<T>> from, String json) {
    return from.apply(Json.readObject(json.getBytes(UTF_8)))
        .fold(valid -> "", invalid -> invalid.violations().toString());
  }
}
