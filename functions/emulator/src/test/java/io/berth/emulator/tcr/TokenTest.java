// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCR over signed calls: credentials of a registry. */
class TokenTest {
  @TempDir Path folder;
  private TestCloud cloud;
  private String id;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    id =
        call("CreateInstance", "{'RegistryName':'payments','RegistryType':'basic'}")
            .get("RegistryId")
            .textValue();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private JsonNode call(String action, String json) {
    return cloud.call(TCR, action, json.replace('\'', '"'));
  }

  private JsonNode with(String action, String more) {
    return call(action, "{'RegistryId':'" + id + "'" + more + "}");
  }

  @Test
  void isTemporaryAndUnlistedUnlessAskedOtherwise() {
    JsonNode token = with("CreateInstanceToken", "");

    assertThat(token.get("Username").isTextual()).isTrue();
    assertThat(token.get("ExpTime").longValue())
        .isEqualTo(cloud.clock.instant().plusSeconds(3_600).toEpochMilli());
    assertThat(token.get("TokenId").textValue()).isEmpty();
    assertThat(with("DescribeInstanceToken", "").get("Tokens")).isEmpty();
  }

  @Test
  void hasTheShapeOfASignedToken() {
    String token = with("CreateInstanceToken", ",'TokenType':'temp'").get("Token").textValue();
    String[] parts = token.split("\\.");

    assertThat(parts).hasSize(3);
    assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
        .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains("\"instanceId\":\"" + id + "\"", "\"exp\":1795251600");
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(256);
  }

  @Test
  void livesTenYearsWhenItIsLongTerm() {
    JsonNode token = with("CreateInstanceToken", ",'TokenType':'longterm','Desc':'for-tke'");

    assertThat(token.get("TokenId").textValue()).matches("[a-z0-9]{20}");
    JsonNode listed = with("DescribeInstanceToken", "");
    assertThat(listed.get("TotalCount").intValue()).isEqualTo(1);
    assertThat(
            listed
                .at("/Tokens/0")
                .toString()
                .replace(id, "<registry>")
                .replace(token.get("TokenId").textValue(), "<id>"))
        .isEqualTo(
            "{\"Id\":\"<id>\",\"Desc\":\"for-tke\",\"RegistryId\":\"<registry>\","
                + "\"Enabled\":true,\"CreatedAt\":\"2026-11-21T16:00:00+08:00\","
                + "\"ExpiredAt\":2110608000000}");
    assertThat(cloud.get("state").toString()).doesNotContain(token.get("Token").textValue());
  }

  @Test
  void isDescribedAndSwitchedAndDeleted() {
    String token =
        with("CreateInstanceToken", ",'TokenType':'longterm'").get("TokenId").textValue();
    String which = ",'TokenId':'" + token + "'";

    assertThat(codeOf(with("ModifyInstanceToken", which + ",'Enable':false"))).isEqualTo("ok");
    assertThat(codeOf(with("ModifyInstanceToken", which + ",'Desc':'new','ModifyFlag':1")))
        .isEqualTo("ok");
    JsonNode listed = with("DescribeInstanceToken", "").at("/Tokens/0");
    assertThat(listed.get("Enabled").booleanValue()).isFalse();
    assertThat(listed.get("Desc").textValue()).isEqualTo("new");
    assertThat(codeOf(with("DeleteInstanceToken", which))).isEqualTo("ok");
    assertThat(codeOf(with("DeleteInstanceToken", which)))
        .isEqualTo("ResourceNotFound.TcrResourceNotFound");
    assertThat(with("DescribeInstanceToken", "").get("TotalCount").intValue()).isZero();
  }

  @Test
  void isPaged() {
    for (int i = 0; i < 3; i++) {
      with("CreateInstanceToken", ",'TokenType':'longterm','Desc':'" + i + "'");
    }

    JsonNode page = with("DescribeInstanceToken", ",'Offset':1,'Limit':1");

    assertThat(page.get("TotalCount").intValue()).isEqualTo(3);
    assertThat(page.get("Tokens")).hasSize(1);
    assertThat(page.at("/Tokens/0/Desc").textValue()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateInstanceToken | ,'TokenType':'forever' | InvalidParameter",
        "ModifyInstanceToken | ,'TokenId':'x' | MissingParameter",
        "ModifyInstanceToken | ,'TokenId':'x','ModifyFlag':1 | MissingParameter",
        "ModifyInstanceToken | ,'TokenId':'x','ModifyFlag':3 | InvalidParameter",
        "ModifyInstanceToken | ,'TokenId':'x','Enable':true | ResourceNotFound.TcrResourceNotFound"
      })
  void refusesWhatCannotBe(String action, String more, String code) {
    assertThat(codeOf(with(action, more))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"CreateInstanceToken", "DescribeInstanceToken"})
  void needsARegistry(String action) {
    id = "tcr-00000000";

    assertThat(codeOf(with(action, ""))).isEqualTo("ResourceNotFound.TcrResourceNotFound");
  }
}
