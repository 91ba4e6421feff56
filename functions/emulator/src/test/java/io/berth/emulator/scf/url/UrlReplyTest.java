// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.scf.Zips;
import io.berth.emulator.scf.platform.FunctionInvocation;
import io.berth.emulator.scf.platform.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlReplyTest {
  private static UrlReply reply(InvocationResult result) {
    return UrlReply.of(new FunctionInvocation.InvocationReport("r-1", result, 1000, 0, ""));
  }

  private static UrlReply answered(String returned) {
    return reply(new InvocationResult.PlatformAnswer(Zips.utf8(returned)));
  }

  private static String body(UrlReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void takesTheEnvelopeApart() {
    UrlReply reply =
        answered(
            "{\"statusCode\":403,\"headers\":{\"Set-Cookie\":[\"a\",\"b\"],\"X\":\"1\"},"
                + "\"body\":\"no\"}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers())
        .containsExactly(
            Map.entry("Set-Cookie", "a"), Map.entry("Set-Cookie", "b"), Map.entry("X", "1"));
    assertThat(body(reply)).isEqualTo("no");
  }

  @Test
  void decodesABodyThatIsMarkedAsBase64() {
    UrlReply reply = answered("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"/wA=\"}");

    assertThat(reply.body()).containsExactly(0xff, 0);
  }

  @Test
  void leavesTheConnectionToTheListener() {
    UrlReply reply =
        answered(
            "{\"statusCode\":200,\"headers\":{\"Content-Length\":\"99\",\"Connection\":\"close\"}}");

    assertThat(reply.headers()).isEmpty();
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\":\"200\"}",
        "{\"statusCode\":100}",
        "{\"statusCode\":200.5}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"headers\":[]}",
        "{\"statusCode\":200,\"headers\":{\"X\":1}}",
        "{\"statusCode\":200,\"headers\":{\"X\":\"a\\r\\nY: b\"}}",
        "{\"statusCode\":200,\"isBase64Encoded\":\"true\"}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"*\"}"
      })
  void refusesAnEnvelopeOfTheWrongForm(String returned) {
    UrlReply reply = answered(returned);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(body(reply)).contains("Invalid scf response format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[]", "\"text\"", "12", "null"})
  void sendsJsonWithoutStatusCodeAsItIs(String returned) {
    UrlReply reply = answered(returned);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsExactly(Map.entry("content-type", "application/json"));
    assertThat(body(reply)).isEqualTo(returned);
  }

  @ParameterizedTest
  @CsvSource({
    "430,430", "432,432", "433,433", "439,439", "450,450", "406,413", "407,502", "435,404"
  })
  void sendsTheNumbersOfScfUnlessTheyMeanSomethingElseInHttp(int scf, int http) {
    UrlReply reply = reply(new InvocationResult.FunctionFailure(scf, "why \"so\""));

    assertThat(reply.status()).isEqualTo(http);
    assertThat(body(reply))
        .isEqualTo(
            "{\"errorCode\":-1,\"errorMessage\":\"why \\\"so\\\"\",\"requestId\":\"r-1\","
                + "\"statusCode\":"
                + scf
                + "}\n");
  }
}
