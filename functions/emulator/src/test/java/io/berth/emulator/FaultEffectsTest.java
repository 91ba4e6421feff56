// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultEffectsTest {
  private static final String REGISTRY =
      "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"basic\"}";

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

  private void fault(String rule) {
    assertThat(cloud.admin("PUT", "faults", "[" + rule + "]").statusCode()).isEqualTo(200);
  }

  @Test
  void answersWithTheErrorAndChangesNothing() {
    fault(
        "{\"action\":\"CreateInstance\",\"effect\":\"error\","
            + "\"code\":\"FailedOperation.TradeFailed\",\"message\":\"The transaction failed.\"}");

    JsonNode refused = cloud.call(TCR, "CreateInstance", REGISTRY);

    assertThat(TestCloud.codeOf(refused)).isEqualTo("FailedOperation.TradeFailed");
    assertThat(TestCloud.messageOf(refused)).isEqualTo("The transaction failed.");
    assertThat(cloud.get("state").get("registries")).isEmpty();
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("ok");
  }

  @Test
  void closesTheConnectionBeforeAnythingHappens() {
    fault("{\"action\":\"CreateInstance\",\"effect\":\"close\"}");

    assertThatThrownBy(() -> cloud.call(TCR, "CreateInstance", REGISTRY))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void losesTheAnswerAndKeepsTheEffect() {
    fault("{\"action\":\"CreateRegisterCode\",\"effect\":\"lose-answer\",\"nth\":2}");

    assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
    assertThatThrownBy(() -> cloud.call(TAT, "CreateRegisterCode", "{}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(cloud.get("state").get("registerCodes")).hasSize(2);
    JsonNode last = cloud.get("requests").at("/requests/1");
    assertThat(last.get("Code").textValue()).isEqualTo("ok");
    assertThat(last.get("Fault").textValue()).isEqualTo("lose-answer");
    assertThat(cloud.get("faults").at("/faults/0"))
        .hasToString(
            "{\"action\":\"CreateRegisterCode\",\"nth\":2,\"count\":1,\"effect\":\"lose-answer\","
                + "\"seen\":2,\"struck\":1}");
  }

  @Test
  void waitsBeforeOrAfterTheEffect() {
    for (String effect : new String[] {"latency", "late-answer"}) {
      fault("{\"effect\":\"" + effect + "\",\"millis\":150}");
      long start = System.nanoTime();

      assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");

      assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }
  }

  @Test
  void showsTheRulesAsTheyWereGiven() {
    String rules =
        "{\"seed\":7,\"rules\":[{\"action\":\"CreateInstance\",\"region\":\"ap-guangzhou\","
            + "\"secretId\":\"AKID1\",\"name\":\"pay*\",\"probability\":0.25,\"lifetimeSeconds\":60,"
            + "\"effect\":\"latency\",\"at\":\"after-commit\",\"millis\":5,\"sigma\":0.5},"
            + "{\"effect\":\"hang\"},{\"effect\":\"twice\",\"answer\":\"last\"}]}";
    assertThat(cloud.admin("PUT", "faults", rules).statusCode()).isEqualTo(200);

    assertThat(cloud.get("faults"))
        .hasToString(
            "{\"seed\":7,\"faults\":[{\"action\":\"CreateInstance\",\"region\":\"ap-guangzhou\","
                + "\"secretId\":\"AKID1\",\"name\":\"pay*\",\"nth\":1,\"probability\":0.25,"
                + "\"lifetimeSeconds\":60,\"effect\":\"latency\",\"at\":\"after-commit\",\"millis\":5,"
                + "\"sigma\":0.5,\"seen\":0,\"struck\":0},"
                + "{\"nth\":1,\"count\":1,\"effect\":\"hang\",\"at\":\"before-validate\","
                + "\"millis\":60000,\"seen\":0,\"struck\":0},"
                + "{\"nth\":1,\"count\":1,\"effect\":\"twice\",\"answer\":\"last\","
                + "\"seen\":0,\"struck\":0}]}");
  }

  @Test
  void keepsTheEffectOfACallThatIsRefusedAfterTheCommit() {
    fault(
        "{\"action\":\"CreateInstance\",\"effect\":\"error\",\"at\":\"after-commit\","
            + "\"code\":\"InternalError.DbError\"}");

    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("InternalError.DbError");
    assertThat(cloud.get("state").get("registries")).hasSize(1);
  }

  @Test
  void looksAtTheParametersFirstWhenToldTo() {
    fault(
        "{\"action\":\"CreateInstance\",\"effect\":\"error\",\"at\":\"after-validate\","
            + "\"code\":\"InternalError\",\"count\":2}");

    assertThat(cloud.code(TCR, "CreateInstance", "{}")).isEqualTo("MissingParameter");
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("InternalError");
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void answersAsAGatewayWould() {
    fault("{\"effect\":\"status\",\"status\":503}");

    HttpResponse<String> answer = cloud.exchange(create());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    assertThat(answer.body())
        .isEqualTo(
            "<html><head><title>503 Service Unavailable</title></head>"
                + "<body>503 Service Unavailable</body></html>\n");
    assertThat(cloud.get("state").get("registries")).isEmpty();
    assertThat(cloud.get("requests").at("/requests/0/Code").textValue()).isEqualTo("cut");
  }

  @Test
  void breaksTheAnswerInTheAskedWayAndKeepsTheEffect() {
    fault("{\"effect\":\"malformed\"}");
    HttpResponse<String> malformed = cloud.exchange(create());
    assertThat(malformed.statusCode()).isEqualTo(200);
    assertThat(malformed.body()).startsWith("{\"Response\":{\"RegistryId\"").doesNotEndWith("}}");
    fault("{\"effect\":\"wrong-type\"}");
    HttpResponse<String> wrong = cloud.exchange(create());
    assertThat(wrong.headers().firstValue("content-type")).contains("text/html");
    assertThat(wrong.body()).startsWith("{\"Response\":{").endsWith("}}");
    fault("{\"effect\":\"truncated\"}");
    assertThatThrownBy(() -> cloud.exchange(create())).isInstanceOf(UncheckedIOException.class);

    assertThat(cloud.get("state").get("registries")).hasSize(1);
    assertThat(cloud.get("requests").get("requests")).hasSize(3);
  }

  @Test
  void endsAHeldConnectionWithoutAnAnswer() {
    fault("{\"effect\":\"hang\",\"millis\":150,\"at\":\"after-commit\"}");
    long start = System.nanoTime();

    assertThatThrownBy(() -> cloud.exchange(create())).isInstanceOf(UncheckedIOException.class);

    assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    assertThat(cloud.get("state").get("registries")).hasSize(1);
  }

  @Test
  void resetsTheConnection() throws IOException {
    fault("{\"effect\":\"reset\"}");
    try (Socket socket = new Socket("127.0.0.1", cloud.uri().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes(create(), REGISTRY));

      // A closed connection ends the stream; only one that was reset throws.
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  private byte[] bytes(HttpRequest request, String body) {
    StringBuilder text = new StringBuilder("POST / HTTP/1.1\r\n");
    text.append("Host: ").append(cloud.uri().getAuthority()).append("\r\n");
    text.append("Content-Length: ").append(body.length()).append("\r\n");
    request
        .headers()
        .map()
        .forEach((name, values) -> text.append(name + ": " + values.get(0)).append("\r\n"));
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void carriesACallOutLaterByTheEmulatorsClock() {
    fault("{\"action\":\"CreateRegisterCode\",\"effect\":\"late-effect\",\"seconds\":290}");

    assertThatThrownBy(() -> cloud.call(TAT, "CreateRegisterCode", "{}"))
        .isInstanceOf(UncheckedIOException.class);
    cloud.clock.advance(Duration.ofSeconds(289));
    assertThat(cloud.get("state").get("registerCodes")).isEmpty();
    cloud.clock.advance(Duration.ofSeconds(1));

    assertThat(cloud.call(TAT, "DescribeRegisterCodes", "{}").get("TotalCount").intValue())
        .isEqualTo(1);
    JsonNode requests = cloud.get("requests").get("requests");
    assertThat(requests.findValuesAsText("Code")).containsExactly("cut", "ok", "ok");
    assertThat(requests.get(1).get("RequestId")).isEqualTo(requests.get(0).get("RequestId"));
    assertThat(requests.get(1).get("Created").textValue()).isNotBlank();
  }

  @Test
  void forgetsWhatItHeldBackWithAReset() {
    fault("{\"effect\":\"late-effect\",\"seconds\":5}");
    assertThatThrownBy(() -> cloud.call(TAT, "CreateRegisterCode", "{}"))
        .isInstanceOf(UncheckedIOException.class);

    cloud.admin("POST", "reset", "");
    cloud.clock.advance(Duration.ofSeconds(10));

    assertThat(cloud.get("state").get("registerCodes")).isEmpty();
  }

  @Test
  void carriesACallOutTwiceAndAnswersWithTheFirstOrTheLast() {
    fault("{\"effect\":\"twice\"}");
    JsonNode code = cloud.call(TAT, "CreateRegisterCode", "{}");
    JsonNode codes = cloud.get("state").get("registerCodes");
    assertThat(codes).hasSize(2);
    assertThat(code.get("RegisterCodeId")).isEqualTo(codes.get(0).get("RegisterCodeId"));

    fault("{\"effect\":\"twice\"}");
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("ok");
    fault("{\"effect\":\"twice\",\"answer\":\"last\"}");
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY.replace("tcr-test", "another")))
        .isEqualTo("InvalidParameter.ErrorNameExists");
    assertThat(cloud.get("state").get("registries")).hasSize(2);
  }

  @Test
  void letsAListLagBehind() {
    cloud.call(TCR, "CreateInstance", REGISTRY);
    cloud.call(TAT, "CreateRegisterCode", "{}");
    String lag = "{\"action\":\"%s\",\"effect\":\"lag\",\"seconds\":30,\"lifetimeSeconds\":99}";
    cloud.admin(
        "PUT",
        "faults",
        "["
            + lag.formatted("DescribeInstances")
            + ","
            + lag.formatted("DescribeRegisterCodes")
            + "]");
    cloud.clock.advance(Duration.ofSeconds(29));
    assertThat(count(TCR, "DescribeInstances")).isZero();
    assertThat(count(TAT, "DescribeRegisterCodes")).isZero();
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY))
        .isEqualTo("InvalidParameter.ErrorNameExists");

    cloud.clock.advance(Duration.ofSeconds(1));

    assertThat(count(TCR, "DescribeInstances")).isEqualTo(1);
    assertThat(count(TAT, "DescribeRegisterCodes")).isEqualTo(1);
  }

  private int count(String version, String action) {
    return cloud.call(version, action, "{}").get("TotalCount").intValue();
  }

  @Test
  void picksCallsByRegionKeyAndName() {
    cloud.admin(
        "PUT",
        "faults",
        "[{\"effect\":\"error\",\"code\":\"InternalError\",\"region\":\"ap-singapore\",\"count\":9},"
            + "{\"effect\":\"error\",\"code\":\"InternalError\",\"secretId\":\"AKIDother\",\"count\":9},"
            + "{\"effect\":\"error\",\"code\":\"FailedOperation\",\"name\":\"another*\",\"count\":9}]");

    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("ok");
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY.replace("tcr-test", "another-1")))
        .isEqualTo("FailedOperation");
    assertThat(TestCloud.codeOf(cloud.callIn("ap-singapore", TCR, "DescribeInstances", "{}")))
        .isEqualTo("InternalError");
    assertThat(cloud.get("faults").findValuesAsText("struck")).containsExactly("1", "0", "1");
  }

  private HttpRequest create() {
    return cloud
        .signed()
        .post(cloud.clock.instant(), "CreateInstance", TCR, "ap-guangzhou", REGISTRY)
        .build();
  }

  @Test
  void strikesOnlyCallsThatAreSigned() {
    fault("{\"effect\":\"close\"}");
    Signed stranger = new Signed(cloud.uri(), "AKIDunknown", TestCloud.KEY);

    assertThat(
            TestCloud.codeOf(
                cloud.send(
                    stranger
                        .post(cloud.clock.instant(), "DescribeInstances", TCR, "ap-guangzhou", "{}")
                        .build())))
        .isEqualTo("AuthFailure.SecretIdNotFound");
    assertThat(cloud.get("faults").at("/faults/0/seen").longValue()).isZero();
  }
}
