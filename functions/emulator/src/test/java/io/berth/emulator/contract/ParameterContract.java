// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Parameters that no action takes. Every create in here is wrong in at least one documented way, so
 * that nothing comes of it wherever it is sent.
 */
interface ParameterContract extends Asking {
  /** A CreateInstance that lacks its type. */
  private Ask incomplete(String more) {
    return tcr("CreateInstance", "{\"RegistryName\":\"berth-contract\"" + more + "}");
  }

  private Ask code(String parameters) {
    return tat("CreateRegisterCode", "{" + parameters + "}");
  }

  @Test
  default void asksForARequiredParameter() {
    Reply reply = ask(incomplete(""));

    assertThat(reply.code()).isEqualTo("MissingParameter");
    assertThat(reply.message())
        .isEqualTo("The request is missing a required parameter `RegistryType`.");
    assertThat(code(tat("DisableRegisterCodes", "{}"))).isEqualTo("MissingParameter");
    assertThat(code(tcr("CreateInstance", "{}"))).isEqualTo("MissingParameter");
  }

  @Test
  default void takesNullForAbsent() {
    assertThat(code(incomplete(",\"RegistryType\":null"))).isEqualTo("MissingParameter");
    assertThat(code(tat("DescribeRegisterCodes", "{\"Limit\":null}"))).isEqualTo("ok");
  }

  @Test
  default void asksForARequiredPartOfAStructure() {
    Reply reply = ask(create("a", ",\"RegistryChargePrepaid\":{\"Period\":1}"));

    assertThat(reply.code()).isEqualTo("MissingParameter");
    assertThat(reply.message()).contains("RegistryChargePrepaid.RenewFlag");
  }

  @Test
  default void refusesAnUnknownParameter() {
    Reply reply = ask(incomplete(",\"RegistryNam\":\"x\""));

    assertThat(reply.code()).isEqualTo("UnknownParameter");
    assertThat(reply.message()).contains("`RegistryNam`");
  }

  @Test
  default void refusesAnUnknownPartOfAStructure() {
    Reply reply =
        ask(
            incomplete(
                ",\"TagSpecification\":{\"ResourceType\":\"instance\","
                    + "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\",\"Colour\":\"red\"}]}"));

    assertThat(reply.code()).isEqualTo("UnknownParameter");
    assertThat(reply.message()).contains("TagSpecification.Tags.0.Colour");
  }

  @Test
  default void refusesAWrongType() {
    Reply reply = ask(code("\"RegisterLimit\":\"ten\""));

    assertThat(reply.code()).isEqualTo("InvalidParameter");
    assertThat(reply.message())
        .isEqualTo("The value type of parameter `RegisterLimit` is not valid.");
    assertThat(code(code("\"EffectiveTime\":1.5"))).isEqualTo("InvalidParameter");
    assertThat(code(code("\"Description\":[\"x\"]"))).isEqualTo("InvalidParameter");
    assertThat(code(tcr("DescribeInstances", "{\"Registryids\":\"tcr-x\"}")))
        .isEqualTo("InvalidParameter");
    assertThat(code(incomplete(",\"TagSpecification\":\"none\""))).isEqualTo("InvalidParameter");
    assertThat(code(incomplete(",\"SyncTag\":\"maybe\""))).isEqualTo("InvalidParameter");
  }

  @Test
  default void refusesANumberAsText_unlessTextIsAllThereIs() {
    String expected = sendsTexts() ? "ok" : "InvalidParameter";

    assertThat(code(tcr("DescribeInstances", "{\"Limit\":\"20\"}"))).isEqualTo(expected);
    assertThat(code(tcr("DescribeInstances", "{\"AllRegion\":\"True\"}"))).isEqualTo(expected);
  }

  @Test
  default void refusesValuesOutOfRange() {
    assertThat(code(code("\"RegisterLimit\":0"))).isEqualTo("InvalidParameterValue.TooSmall");
    assertThat(code(code("\"RegisterLimit\":10001"))).isEqualTo("InvalidParameterValue.TooLarge");
    assertThat(code(code("\"Description\":\"" + "x".repeat(129) + "\"")))
        .isEqualTo("InvalidParameterValue.TooLong");
    assertThat(code(code("\"InstanceNamePrefix\":\"" + "x".repeat(33) + "\"")))
        .isEqualTo("InvalidParameterValue.TooLong");
    assertThat(code(code("\"IpAddressRange\":\"192.168.0.0/33\""))).isEqualTo("InvalidParameter");
  }

  @Test
  default void refusesNamesAndTypesThatAreNotAllowed() {
    assertThat(ask(create("-", "")))
        .extracting(Reply::code, Reply::message)
        .containsExactly("InvalidParameter.ErrorNameIllegal", "Invalid instance name.");
    assertThat(
            code(tcr("CreateInstance", "{\"RegistryName\":\"-\",\"RegistryType\":\"Premium \"}")))
        .isEqualTo("InvalidParameter");
    assertThat(code(create("-", ",\"RegistryChargeType\":2"))).isEqualTo("InvalidParameter");
  }

  @Test
  default void describesNothingForUnknownIds() {
    assertThat(
            accepted(tcr("DescribeInstances", Asking.list("Registryids", "tcr-00000000")))
                .get("TotalCount")
                .intValue())
        .isZero();
    assertThat(
            accepted(
                    tat(
                        "DescribeRegisterCodes",
                        Asking.list("RegisterCodeIds", "9b5ab72b-418f-4a81-b32e-f8bc80eef678")))
                .get("RegisterCodeSet"))
        .isEmpty();
  }

  @Test
  default void refusesMalformedIdsOfCodes() {
    assertThat(code(tat("DescribeRegisterCodes", Asking.list("RegisterCodeIds", "x"))))
        .isEqualTo("InvalidParameterValue.InvalidRegisterCodeId");
    assertThat(
            code(
                tat(
                    "DisableRegisterCodes",
                    Asking.list("RegisterCodeIds", "9b5ab72b-418f-4a81-b32e-f8bc80eef678"))))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
  }
}
