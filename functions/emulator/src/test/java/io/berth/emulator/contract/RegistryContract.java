// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Registries, from the wish to adoption by name and tag. */
interface RegistryContract extends OnEmulator {
  private static String tags(String... keysAndValues) {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      ObjectNode tag = JsonNodeFactory.instance.objectNode();
      tag.put("Key", keysAndValues[i]).put("Value", keysAndValues[i + 1]);
      tags.append(i == 0 ? "" : ",").append(tag);
    }
    return ",\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[" + tags + "]}";
  }

  private JsonNode registry(String id) {
    return accepted(tcr("DescribeInstances", Asking.list("Registryids", id))).at("/Registries/0");
  }

  private String created(String name, String more) {
    return accepted(create(name, more)).get("RegistryId").textValue();
  }

  @Test
  default void createsARegistryAndDescribesIt() {
    String id = created("payments", ",\"SyncTag\":true,\"DeletionProtection\":true");

    assertThat(id).matches("tcr-[a-z0-9]{8}");
    JsonNode registry = registry(id);
    assertThat(registry.get("RegistryName").textValue()).isEqualTo("payments");
    assertThat(registry.get("RegistryType").textValue()).isEqualTo("standard");
    assertThat(registry.get("PublicDomain").textValue()).isEqualTo("payments.tencentcloudcr.com");
    assertThat(registry.get("DeletionProtection").booleanValue()).isTrue();
    assertThat(registry.get("PayMod").intValue()).isZero();
  }

  @Test
  default void getsARegistryReadyStepByStep() {
    String id = created("payments", "");

    assertThat(registry(id).get("Status").textValue()).isEqualTo("Pending");
    cloud().clock.advance(Duration.ofSeconds(3));
    assertThat(registry(id).get("Status").textValue()).isEqualTo("Deploying");
    cloud().clock.advance(Duration.ofSeconds(3));
    assertThat(registry(id).get("Status").textValue()).isEqualTo("Running");
  }

  @Test
  default void createsAPrepaidRegistry() {
    JsonNode registry =
        registry(
            created(
                "payments",
                ",\"RegistryChargeType\":1,\"RegistryChargePrepaid\":{\"Period\":12,\"RenewFlag\":1}"));

    assertThat(registry.get("PayMod").intValue()).isEqualTo(1);
    assertThat(registry.get("RenewFlag").intValue()).isEqualTo(1);
    assertThat(registry.get("ExpiredAt").textValue()).isNotEmpty();
  }

  @Test
  default void findsARegistryAgainByItsNameAndTag() {
    String mark = "01K9ZP3V7Q8R5T2W4X6Y0ABCDE";
    String id = created("payments", tags("env", "dev", "chatops-request", mark));

    Reply again = ask(create("payments", tags("chatops-request", mark)).in("eu-frankfurt"));
    JsonNode found =
        accepted(
            tcr(
                    "DescribeInstances",
                    "{\"AllRegion\":true,\"Filters\":["
                        + "{\"Name\":\"RegistryName\",\"Values\":[\"payments\"]},"
                        + "{\"Name\":\"Tags\",\"Values\":[\"chatops-request:"
                        + mark
                        + "\"]}]}")
                .in("eu-frankfurt"));

    assertThat(again.code()).isEqualTo("InvalidParameter.ErrorNameExists");
    assertThat(again.message()).isEqualTo("The instance name already exists.");
    assertThat(count("registries")).isEqualTo(1);
    assertThat(found.get("TotalCount").intValue()).isEqualTo(1);
    assertThat(found.at("/Registries/0/RegistryId").textValue()).isEqualTo(id);
  }

  @Test
  default void keepsTagsInAnyWritingAsTheyCame() {
    String[] tags = {
      "team name", "a b+c*d~e&f=g%20h#i?j/k,l;m:n", "团队", "支付 🚢 é", "quote", "\\\"'<>{}[]|^`\\n"
    };

    JsonNode kept = registry(created("payments", tags(tags))).at("/TagSpecification/Tags");

    assertThat(kept).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.get(i).get("Key").textValue()).isEqualTo(tags[2 * i]);
      assertThat(kept.get(i).get("Value").textValue()).isEqualTo(tags[2 * i + 1]);
    }
  }

  @Test
  default void refusesElevenTags() {
    String[] tags = new String[22];
    for (int i = 0; i < 11; i++) {
      tags[2 * i] = "k" + i;
      tags[2 * i + 1] = "v";
    }

    Reply reply = ask(create("payments", tags(tags)));

    assertThat(reply.code()).isEqualTo("InvalidParameter.ErrorTagOverLimit");
    assertThat(reply.message()).isEqualTo("The instance can bind up to 10 Tencent Cloud tags.");
    assertThat(count("registries")).isZero();
  }

  @Test
  default void doesNotCreateWhereTcrIsNot() {
    Reply reply = ask(create("payments", "").in("mars-1"));

    assertThat(reply.code()).isEqualTo("InvalidParameter.UnsupportedRegion");
    assertThat(count("registries")).isZero();
  }
}
