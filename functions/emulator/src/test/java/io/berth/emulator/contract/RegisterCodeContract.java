// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Register codes: created, described, disabled. */
interface RegisterCodeContract extends OnEmulator {
  private JsonNode created(String json) {
    return accepted(tat("CreateRegisterCode", json));
  }

  private JsonNode described(JsonNode created) {
    String id = created.get("RegisterCodeId").textValue();
    return accepted(tat("DescribeRegisterCodes", Asking.list("RegisterCodeIds", id)))
        .at("/RegisterCodeSet/0");
  }

  @Test
  default void createsACodeAndDescribesItWithoutItsValue() {
    JsonNode created =
        created(
            "{\"Description\":\"webserver\",\"InstanceNamePrefix\":\"web\",\"RegisterLimit\":3,"
                + "\"EffectiveTime\":8,\"IpAddressRange\":\"192.168.10.1/10\"}");
    JsonNode described = described(created);

    assertThat(created.get("RegisterCodeId").textValue()).hasSize(36);
    assertThat(created.get("RegisterCodeValue").textValue()).matches("[0-9a-f]{64}");
    assertThat(described.get("Description").textValue()).isEqualTo("webserver");
    assertThat(described.get("InstanceNamePrefix").textValue()).isEqualTo("web");
    assertThat(described.get("RegisterLimit").intValue()).isEqualTo(3);
    assertThat(described.get("IpAddressRange").textValue()).isEqualTo("192.168.10.1/10");
    assertThat(described.get("Enabled").booleanValue()).isTrue();
    assertThat(described.toString()).doesNotContain(created.get("RegisterCodeValue").textValue());
  }

  @Test
  default void createsACodeFromNoParameters() {
    JsonNode described = described(created("{}"));

    assertThat(described.get("RegisterLimit").intValue()).isEqualTo(10);
    assertThat(described.get("Description").textValue()).isEmpty();
  }

  @Test
  default void keepsADescriptionInAnyWritingAsItCame() {
    String text =
        " 注册码 🚢 é a b+c*d~e&f=g%20h%zz#i?j/k;l:m <n> 'o' [01K9ZP3V7Q8R5T2W4X6Y0ABCDE#1] ";

    JsonNode described = described(created("{\"Description\":\"" + text + "\"}"));

    assertThat(described.get("Description").textValue()).isEqualTo(text);
  }

  @Test
  default void countsCharactersAndNotBytes() {
    assertThat(code(tat("CreateRegisterCode", "{\"Description\":\"" + "🚢".repeat(128) + "\"}")))
        .isEqualTo("ok");
    assertThat(code(tat("CreateRegisterCode", "{\"Description\":\"" + "🚢".repeat(129) + "\"}")))
        .isEqualTo("InvalidParameterValue.TooLong");
  }

  @Test
  default void keepsACodeThatNeverExpires() {
    assertThat(described(created("{\"EffectiveTime\":100000}")).get("ExpiredTime").textValue())
        .isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  default void disablesCodes() {
    JsonNode first = created("{}");
    JsonNode second = created("{}");
    String ids =
        Asking.list(
            "RegisterCodeIds",
            first.get("RegisterCodeId").textValue(),
            second.get("RegisterCodeId").textValue());

    assertThat(code(tat("DisableRegisterCodes", ids))).isEqualTo("ok");

    assertThat(described(first).get("Enabled").booleanValue()).isFalse();
    assertThat(described(second).get("Enabled").booleanValue()).isFalse();
    assertThat(code(tat("DisableRegisterCodes", ids))).isEqualTo("ok");
  }

  @Test
  default void disablesAllOrNone() {
    JsonNode created = created("{}");
    String known = created.get("RegisterCodeId").textValue();
    String unknown = "9b5ab72b-418f-4a81-b32e-f8bc80eef678";

    assertThat(code(tat("DisableRegisterCodes", Asking.list("RegisterCodeIds", known, unknown))))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(code(tat("DisableRegisterCodes", Asking.list("RegisterCodeIds", known, known))))
        .isEqualTo("InvalidParameterValue.ParameterKeyDuplicated");

    assertThat(described(created).get("Enabled").booleanValue()).isTrue();
  }
}
