// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any action is reached, with code and words. */
class ProtocolTest {
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

  private HttpRequest.Builder signed(String action, String version, String region, String json) {
    return cloud.signed().post(cloud.clock.instant(), action, version, region, json);
  }

  private JsonNode describe(HttpRequest.Builder request) {
    return cloud.send(request.build());
  }

  private HttpRequest.Builder bare(String query) {
    return HttpRequest.newBuilder(cloud.uri().resolve("/" + query));
  }

  @Test
  void asksABareGetForItsTimestampFirst() {
    assertThat(messageOf(describe(bare(""))))
        .isEqualTo("The request is missing a required parameter `Timestamp`.");
    assertThat(codeOf(describe(bare("")))).isEqualTo("MissingParameter");
    assertThat(messageOf(describe(bare("?Timestamp=1")))).contains("`Action`");
    assertThat(messageOf(describe(bare("?Timestamp=1&Action=CreateInstance"))))
        .contains("`Version`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEADX", "PATCH", "OPTIONS"})
  void refusesOtherMethods(String method) {
    assertThat(codeOf(describe(bare("").method(method, BodyPublishers.noBody()))))
        .isEqualTo("UnsupportedProtocol");
  }

  @Test
  void refusesUnknownVersionsAndActions() {
    assertThat(codeOf(describe(signed("CreateInstance", "2018-01-01", "ap-guangzhou", "{}"))))
        .isEqualTo("NoSuchVersion");
    assertThat(codeOf(describe(signed("createinstance", TCR, "ap-guangzhou", "{}"))))
        .isEqualTo("InvalidAction");
    assertThat(codeOf(describe(signed("CreateInstance", TAT, "ap-guangzhou", "{}"))))
        .isEqualTo("InvalidAction");
  }

  @Test
  void saysWhatIsWrongWithTheRegion() {
    assertThat(messageOf(describe(signed("DescribeInstances", TCR, "", "{}"))))
        .isEqualTo("The request is missing a required parameter `Region`.");
    assertThat(codeOf(describe(signed("DescribeInstances", TCR, "mars-1", "{}"))))
        .isEqualTo("UnsupportedRegion");
    assertThat(codeOf(describe(signed("DescribeRegisterCodes", TAT, "mars-1", "{}"))))
        .isEqualTo("UnsupportedRegion");
    assertThat(codeOf(describe(signed("CreateInstance", TCR, "mars-1", "{}"))))
        .isEqualTo("InvalidParameter.UnsupportedRegion");
    assertThat(messageOf(describe(signed("DescribeInstances", TCR, "MARS!", "{}"))))
        .isEqualTo(
            "A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.");
  }

  @Test
  void namesTheRegionAsVersionOneSpellsIt() {
    Map<String, String> parameters =
        Map.of("Action", "DescribeInstances", "Version", TCR, "Region", "");

    assertThat(messageOf(describe(cloud.signed().getV1(cloud.clock.instant(), parameters))))
        .startsWith("A value specified in `Region` is not valid");
  }

  @Test
  void acceptsFiveMinutesOfSkewAndNotOneSecondMore() {
    Instant now = cloud.clock.instant();
    for (int seconds : new int[] {-300, 300}) {
      assertThat(codeOf(at(now.plusSeconds(seconds)))).isEqualTo("ok");
    }
    assertThat(codeOf(at(now.plusSeconds(301)))).isEqualTo("AuthFailure.SignatureExpire");
    assertThat(messageOf(at(now.minusSeconds(301))))
        .contains("301 seconds behind the server's clock");
  }

  private JsonNode at(Instant time) {
    return describe(cloud.signed().post(time, "DescribeInstances", TCR, "ap-guangzhou", "{}"));
  }

  @Test
  void showsItsTimeAsDateSoThatAClientCanTellItsSkew() {
    HttpResponse<String> response =
        cloud.exchange(signed("DescribeInstances", TCR, "ap-guangzhou", "{}").build());

    assertThat(response.headers().firstValue("date")).contains("Sat, 21 Nov 2026 08:00:00 GMT");
  }

  @Test
  void refusesKeysItDoesNotKnowAndSecretsThatDoNotFit() {
    Instant now = cloud.clock.instant();
    Signed stranger = new Signed(cloud.uri(), "AKIDunknown", TestCloud.KEY);
    Signed forger = new Signed(cloud.uri(), TestCloud.ID, TestCloud.KEY + "x");

    JsonNode unknown = describe(stranger.post(now, "DescribeInstances", TCR, "ap-guangzhou", "{}"));
    assertThat(codeOf(unknown)).isEqualTo("AuthFailure.SecretIdNotFound");
    assertThat(messageOf(unknown))
        .isEqualTo("The SecretId is not found, please ensure that your SecretId is correct.");
    JsonNode forged = describe(forger.post(now, "DescribeInstances", TCR, "ap-guangzhou", "{}"));
    assertThat(codeOf(forged)).isEqualTo("AuthFailure.SignatureFailure");
    assertThat(messageOf(forged))
        .isEqualTo(
            "The provided credentials could not be validated."
                + " Please check your signature is correct.");
    assertThat(
            codeOf(
                describe(
                    forger.getV1(
                        now,
                        Map.of(
                            "Action", "DescribeInstances",
                            "Version", TCR,
                            "Region", "ap-guangzhou")))))
        .isEqualTo("AuthFailure.SignatureFailure");
  }

  @Test
  void refusesABodyChangedAfterSigning() {
    HttpRequest.Builder changed =
        signed("CreateRegisterCode", TAT, "ap-guangzhou", "{\"RegisterLimit\":1}")
            .POST(BodyPublishers.ofString("{\"RegisterLimit\":9}"));

    assertThat(codeOf(describe(changed))).isEqualTo("AuthFailure.SignatureFailure");
    assertThat(cloud.get("state").get("registerCodes")).isEmpty();
  }

  @Test
  void refusesATokenThatDoesNotBelongToTheKey() {
    HttpRequest.Builder request =
        signed("DescribeInstances", TCR, "ap-guangzhou", "{}").header("X-TC-Token", "made-up");

    assertThat(codeOf(describe(request))).isEqualTo("AuthFailure.TokenFailure");
  }

  @Test
  void refusesJsonWithoutAuthorization() {
    HttpRequest.Builder request =
        bare("")
            .header("Content-Type", "application/json")
            .header("X-TC-Action", "CreateInstance")
            .header("X-TC-Version", TCR)
            .header("X-TC-Timestamp", Long.toString(cloud.clock.instant().getEpochSecond()))
            .POST(BodyPublishers.ofString("{}"));

    assertThat(codeOf(describe(request))).isEqualTo("AuthFailure.InvalidAuthorization");
  }

  @Test
  void asksVersionOneForEachOfItsParts() {
    Map<String, String> given = new TreeMap<>();
    given.put("Timestamp", Long.toString(cloud.clock.instant().getEpochSecond()));
    given.put("Action", "DescribeInstances");
    given.put("Version", TCR);
    for (String part : new String[] {"SecretId", "Signature", "Nonce"}) {
      assertThat(messageOf(describe(bare("?" + query(given))))).contains("`" + part + "`");
      given.put(part, "x");
    }
    assertThat(messageOf(describe(bare("?" + query(given)))))
        .isEqualTo("The value type of parameter `Nonce` is not valid.");
  }

  private static String query(Map<String, String> parameters) {
    return parameters.toString().replace("{", "").replace("}", "").replace(", ", "&");
  }

  @Test
  void refusesAHostThatNamesAnotherProduct() {
    String answer =
        Raw.exchange(
            cloud.uri(),
            """
            POST / HTTP/1.1
            Host: tcr.tencentcloudapi.com
            Content-Type: application/json
            X-TC-Action: CreateRegisterCode
            X-TC-Version: 2020-10-28
            X-TC-Timestamp: 1795248000
            Content-Length: 2
            Connection: close

            {}""");

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"Code\":\"InvalidAction\"");
  }

  @Test
  void refusesOversizeRequests() {
    assertThat(codeOf(describe(bare("?a=" + "x".repeat(32 * 1024)))))
        .isEqualTo("RequestSizeLimitExceeded");
    assertThat(
            codeOf(
                describe(
                    bare("")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=" + "x".repeat(1024 * 1024))))))
        .isEqualTo("RequestSizeLimitExceeded");
    String large = "{\"Description\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
    assertThat(codeOf(describe(signed("CreateRegisterCode", TAT, "ap-guangzhou", large))))
        .isEqualTo("RequestSizeLimitExceeded");
  }

  @Test
  void saysWhereABodyIsNotJson() {
    JsonNode response =
        describe(signed("CreateRegisterCode", TAT, "ap-guangzhou", "{\"a\":1,\"a\":2}"));

    assertThat(codeOf(response)).isEqualTo("InvalidParameter");
    assertThat(messageOf(response)).startsWith("The body is not valid JSON at line 1, column ");
    assertThat(codeOf(describe(signed("CreateRegisterCode", TAT, "ap-guangzhou", "[]"))))
        .isEqualTo("InvalidParameter");
  }

  @Test
  void refusesParametersItDoesNotKnow() {
    JsonNode response =
        describe(signed("CreateRegisterCode", TAT, "ap-guangzhou", "{\"ClientToken\":\"x\"}"));

    assertThat(codeOf(response)).isEqualTo("UnknownParameter");
    assertThat(messageOf(response)).isEqualTo("The parameter `ClientToken` is not recognized.");
  }

  @Test
  void handsTheTraceIdBack() {
    HttpResponse<String> response =
        cloud.exchange(
            signed("DescribeInstances", TCR, "ap-guangzhou", "{}")
                .header("X-TC-TraceId", "9e1d8bb1-trace")
                .build());

    assertThat(response.headers().firstValue("x-tc-traceid")).contains("9e1d8bb1-trace");
  }

  @Test
  void refusesTheTwentyFirstCallOfASecondWithoutAnyEffect() {
    for (int i = 0; i < 20; i++) {
      assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
    }

    JsonNode refused = cloud.call(TAT, "CreateRegisterCode", "{}");
    assertThat(codeOf(refused)).isEqualTo("RequestLimitExceeded");
    assertThat(messageOf(refused)).contains("equals to `21` in a second");
    assertThat(cloud.get("state").get("registerCodes")).hasSize(20);
    cloud.clock.advance(Duration.ofSeconds(1));
    assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
  }

  @Test
  void servesOnePathOnly() {
    HttpResponse<String> response =
        cloud.exchange(HttpRequest.newBuilder(URI.create(cloud.uri() + "/v2/")).build());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo("{\"error\":{\"status\":404,\"reason\":\"Not Found\"}}\n");
  }
}
