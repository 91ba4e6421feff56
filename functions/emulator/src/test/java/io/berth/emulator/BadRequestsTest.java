// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes, the emulator answers with a refusal or closes: no 500, no stack trace. */
class BadRequestsTest {
  @TempDir Path folder;
  private TestCloud cloud;

  private static final String GOOD =
      """
      POST / HTTP/1.1
      Host: 127.0.0.1
      Authorization: TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2026-11-21/127/\
      tc3_request, SignedHeaders=content-type;host, Signature=\
      72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168
      Content-Type: application/json
      X-TC-Action: CreateInstance
      X-TC-Version: 2019-09-24
      X-TC-Region: ap-guangzhou
      X-TC-Timestamp: 1795248000
      Content-Length: 2

      {}""";

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private static void answersPlainly(String answer) {
    assertThat(answer)
        .doesNotContain("HTTP/1.1 500")
        .doesNotContain("InternalError")
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContainIgnoringCase("jetty");
  }

  /** Jetty 12.1.13 breaks one connection in some hundreds when its buffers come out of a pool. */
  @Test
  void brokenRequestBehindAnotherDisturbsNobodyElse() throws IOException {
    String good = "GET /_emulator/healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    byte[] broken = (good + "GET /x HTTP/9\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    try (Socket honest = new Socket("127.0.0.1", cloud.uri().getPort())) {
      honest.setSoTimeout(15_000);
      for (int i = 0; i < 3_000; i++) {
        Raw.bytes(cloud.uri(), broken);
        honest.getOutputStream().write(good.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer(honest)).as("round " + i).startsWith("HTTP/1.1 200 OK").endsWith("ok\"}");
      }
    }
  }

  /** One answer on a connection that stays open, or what came before its end. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    int next = 0;
    while (next >= 0 && !answer.toString().endsWith("}")) {
      next = socket.getInputStream().read();
      answer.append(next < 0 ? "(end)" : String.valueOf((char) next));
    }
    return answer.toString();
  }

  @Test
  void refusesBrokenHttp() {
    List<String> broken =
        List.of(
            "\n\n",
            "nonsense\n\n",
            "GET\n\n",
            "GET / HTTP/9.9\n\n",
            "GET / HTTP/1.1\n\n",
            "GET / HTTP/1.1\nHost: a\nHost: b\n\n",
            "GET / HTTP/1.1\nHost: 127.0.0.1\nNo colon\n\n",
            "GET /%zz HTTP/1.1\nHost: 127.0.0.1\n\n",
            "GET /..%2f..%2fetc HTTP/1.1\nHost: 127.0.0.1\n\n",
            "GET /?%FF%FE=%00 HTTP/1.1\nHost: 127.0.0.1\n\n",
            "GET /?a=%&Timestamp=1 HTTP/1.1\nHost: 127.0.0.1\n\n",
            "GET /_emulator/%2e%2e/state HTTP/1.1\nHost: 127.0.0.1\n\n",
            "GET /_emulator/../ HTTP/1.1\nHost: 127.0.0.1\n\n",
            "POST / HTTP/1.1\nHost: 127.0.0.1\nContent-Length: -1\n\n",
            "POST / HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 5\n\n{}",
            "POST / HTTP/1.1\nHost: 127.0.0.1\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n",
            "POST / HTTP/1.1\nHost: 127.0.0.1\nContent-Type: application/json\n"
                + "Content-Length: 1\n\n{",
            "PUT /_emulator/faults HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 3\n\n[{]",
            "CONNECT 127.0.0.1:22 HTTP/1.1\nHost: 127.0.0.1\n\n",
            "TRACE / HTTP/1.1\nHost: 127.0.0.1\n\n",
            "PRI * HTTP/2.0\n\nSM\n\n");

    for (String request : broken) {
      answersPlainly(Raw.exchange(cloud.uri(), request));
    }
  }

  @Test
  void refusesHugeHeaders() {
    String oneHuge = "GET / HTTP/1.1\nHost: 127.0.0.1\nX: " + "x".repeat(1024 * 1024) + "\n\n";
    String veryMany = "GET / HTTP/1.1\nHost: 127.0.0.1\n" + "X: y\n".repeat(20_000) + "\n";

    for (String request : List.of(oneHuge, veryMany)) {
      String answer = Raw.exchange(cloud.uri(), request);
      answersPlainly(answer);
      // The connection may be gone before such a client reads what was answered.
      assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 431")).isTrue();
    }
    assertThat(cloud.get("healthz").path("status").textValue()).isEqualTo("ok");
  }

  @Test
  void refusesForeignHostNames() {
    String foreign = "GET %s HTTP/1.1\nHost: rebound.example:8102\nConnection: close\n\n";

    assertThat(Raw.exchange(cloud.uri(), foreign.formatted("/_emulator/state")))
        .startsWith("HTTP/1.1 403")
        .contains("{\"error\":{\"field\":\"Host\",\"rule\":\"must be a loopback name");
    assertThat(Raw.exchange(cloud.uri(), foreign.formatted("/"))).startsWith("HTTP/1.1 403");
    assertThat(
            Raw.exchange(
                cloud.uri(),
                "GET /_emulator/state HTTP/1.1\nHost: tcr.tencentcloudapi.com\n"
                    + "Connection: close\n\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void survivesRequestsWithAnyBytesChanged() {
    byte[] good = GOOD.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      answersPlainly(Raw.bytes(cloud.uri(), bad));
    }
    assertThat(cloud.get("state").get("registries")).isEmpty();
    assertThat(cloud.log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void survivesSignedBodiesWithAnyBytesChanged() {
    String good =
        "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\",\"RegistryChargeType\":1,"
            + "\"RegistryChargePrepaid\":{\"Period\":1,\"RenewFlag\":0},\"SyncTag\":true,"
            + "\"TagSpecification\":{\"ResourceType\":\"i\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}}";
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder bad = new StringBuilder(good);
      for (int change = 0; change <= random.nextInt(3); change++) {
        bad.setCharAt(random.nextInt(bad.length()), (char) (32 + random.nextInt(95)));
      }
      cloud.clock.advance(java.time.Duration.ofSeconds(1));
      assertThat(cloud.code(TestCloud.TCR, "CreateInstance", bad.toString()))
          .isNotEqualTo("InternalError");
    }
    assertThat(cloud.log.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
