// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.Violation;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DescribeInstancesTest {
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
        .isEqualTo(new Checked.Valid<>(named, List.of()));
  }

  @Test
  void theFieldOfRegistryIdsIsSpelledAsTheApiSpellsIt() {
    String json = "{\"Region\":\"ap-guangzhou\",\"Registryids\":[\"tcr-12345678\"]}";
    assertThat(sentences(json)).isEmpty();
    assertThat(sentences(json.replace("Registryids", "RegistryIds")))
        .contains("Unknown field RegistryIds; did you mean Registryids?");
  }

  @Test
  void aPageTellsWhoMadeARegistryAndWhen() {
    DescribeInstances.Page page =
        page(
            "{\"TotalCount\":7,\"Registries\":[{\"RegistryId\":\"tcr-12345678\",\"RegistryName\":\"team-a\",\"Status\":\"Running\",\"CreatedAt\":\"2024-07-19T15:33:22+08:00\",\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"team\",\"Value\":\"a\"},{\"Key\":\"chatops-request\",\"Value\":\"01ARYZ6S41\"}]}}]}");
    DescribeInstances.Registry registry = page.named("team-a").orElseThrow();
    assertThat(page.total()).isEqualTo(7);
    assertThat(page.named("team")).isEmpty();
    assertThat(registry.registryId()).isEqualTo("tcr-12345678");
    assertThat(registry.status()).isEqualTo("Running");
    assertThat(registry.requestId()).contains("01ARYZ6S41");
    assertThat(registry.created()).contains(Instant.parse("2024-07-19T07:33:22Z"));
  }

  @Test
  void whatTheCloudLeavesOutOrSpellsOddlyReadsAsEmpty() {
    assertThat(page("{}").registries()).isEmpty();
    assertThat(page("{\"Registries\":null,\"TotalCount\":null}"))
        .isEqualTo(new DescribeInstances.Page(List.of(), 0));
    DescribeInstances.Registry bare =
        page("{\"Registries\":[5,{\"TagSpecification\":null,\"CreatedAt\":\"yesterday\"}]}")
            .registries()
            .get(0);
    assertThat(bare.registryId()).isEmpty();
    assertThat(bare.tags()).isEmpty();
    assertThat(bare.requestId()).isEmpty();
    assertThat(bare.created()).isEmpty();
  }

  private static DescribeInstances.Page page(String json) {
    return DescribeInstances.Page.from(Json.readObject(json.getBytes(UTF_8)));
  }

  private static String sentences(String json) {
    return DescribeInstances.from(Json.readObject(json.getBytes(UTF_8)))
        .fold(
            valid -> "",
            invalid ->
                invalid.violations().stream()
                    .map(Violation::sentence)
                    .collect(Collectors.joining(" ")));
  }
}
