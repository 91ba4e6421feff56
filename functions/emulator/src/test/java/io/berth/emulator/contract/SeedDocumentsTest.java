// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.Raw;
import io.berth.emulator.Signed;
import io.berth.emulator.TestCloud;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents' input examples as bytes on a socket, with nothing but the common parameters put
 * in; answers are compared byte for byte with the output examples but for ids and white space.
 */
class SeedDocumentsTest {
  private static final String COMMON = "<Common request parameters>";

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void createRegisterCode(int example) {
    String[] parts = SeedDocument.CREATE_REGISTER_CODE.request(example).split("\n\n", 2);
    String body = parts[1];
    String head = parts[0].replace(COMMON, commonHeaders("tat.intl.tencentcloudapi.com", body));

    String answer = answer(head + "\nContent-Length: " + body.length() + "\n\n", body);

    JsonNode response = TestCloud.json(answer).get("Response");
    assertThat(withoutIds(answer))
        .isEqualTo(withoutIds(compact(SeedDocument.CREATE_REGISTER_CODE.response(example))));
    assertThat(response.get("RegisterCodeId").textValue())
        .matches("[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}");
    assertThat(response.get("RegisterCodeValue").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void createRegisterCodeKeepsWhatTheExampleAsksFor() {
    createRegisterCode(1);

    String body = SeedDocument.CREATE_REGISTER_CODE.request(1).split("\n\n", 2)[1];
    ObjectNode asked = (ObjectNode) TestCloud.json(body);
    assertThat(asked.remove("EffectiveTime").intValue()).isEqualTo(4);
    JsonNode kept = cloud.get("state").at("/registerCodes/0");
    assertThat(asked.properties())
        .hasSize(4)
        .allSatisfy(field -> assertThat(kept.get(field.getKey())).isEqualTo(field.getValue()));
    assertThat(kept.get("CreatedTime").textValue()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(kept.get("ExpiredTime").textValue()).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void createInstance() {
    URI host = URI.create("http://tcr.intl.tencentcloudapi.com");
    String query =
        SeedDocument.CREATE_INSTANCE
            .request(1)
            .replace("\n", "")
            .replace("https://tcr.intl.tencentcloudapi.com/?", "")
            .replace("&" + COMMON, "");
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&")) {
      parameters.put(pair.split("=")[0], pair.split("=")[1]);
    }
    parameters.putAll(Map.of("Version", TestCloud.TCR, "Region", "ap-guangzhou"));
    URI signed =
        new Signed(host, TestCloud.ID, TestCloud.KEY)
            .getV1(cloud.clock.instant(), parameters)
            .build()
            .uri();

    String answer =
        answer(
            "GET /?"
                + signed.getRawQuery()
                + " HTTP/1.1\nHost: "
                + host.getHost()
                + "\nConnection: close\n\n",
            "");

    assertThat(withoutIds(answer))
        .isEqualTo(withoutIds(compact(SeedDocument.CREATE_INSTANCE.response(1))));
    assertThat(cloud.get("state").at("/registries/0/RegistryName").textValue())
        .isEqualTo("tcr-test");
    assertThat(cloud.get("state").at("/registries/0/SyncTag").booleanValue()).isTrue();
  }

  private String commonHeaders(String host, String body) {
    Signed signed = new Signed(URI.create("http://" + host), TestCloud.ID, TestCloud.KEY);
    String authorization =
        signed.authorization(
            "POST", cloud.clock.instant(), "", Signed.sha256(body), "application/json");
    return String.join(
        "\n",
        "Authorization: " + authorization,
        "X-TC-Timestamp: " + cloud.clock.instant().getEpochSecond(),
        "X-TC-Version: " + TestCloud.TAT,
        "X-TC-Region: ap-guangzhou",
        "Connection: close");
  }

  /** Line ends of the head become CRLF; the body stays as it is. */
  private String answer(String head, String body) {
    String request = head.replace("\n", "\r\n") + body;
    String answer = Raw.bytes(cloud.uri(), request.getBytes(StandardCharsets.UTF_8));
    assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static String compact(String json) {
    return TestCloud.json(json).toString();
  }

  private static String withoutIds(String json) {
    return json.replaceAll(
        "\"(RegistryId|RegisterCodeId|RegisterCodeValue|RequestId)\":\"[^\"]+\"", "\"$1\":\"…\"");
  }
}
