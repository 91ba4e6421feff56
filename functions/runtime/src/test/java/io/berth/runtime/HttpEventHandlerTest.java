// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event's side of the contract with the platform, frozen as literal text. */
class HttpEventHandlerTest {
  private final List<HttpCall> calls = new ArrayList<>();

  @Test
  void functionUrlEventAsDocumented() throws IOException {
    String reply =
        handle(
            """
            {"body":"{\"test\":\"hello world\"}",
             "headers":{"accept":"*/*","content-length":"17","x-scf-remote-addr":"111.206.96.145"},
             "httpMethod":"POST","path":"/","queryString":{"a":"1","b":"2"}}
            """
                .replace("{\"test\":\"hello world\"}", "{\\\"test\\\":\\\"hello world\\\"}"));

    HttpCall call = calls.get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/");
    assertThat(new String(call.body(), UTF_8)).isEqualTo("{\"test\":\"hello world\"}");
    assertThat(call.headers().asMap()).containsOnlyKeys("accept", "content-length");
    assertThat(call.requestId()).isEqualTo("req-1");
    assertThat(reply)
        .isEqualTo(
            "{\"isBase64Encoded\":false,\"statusCode\":200,"
                + "\"headers\":{\"Content-Type\":\"application/json\"},"
                + "\"body\":\"{\\\"ok\\\":true}\"}");
  }

  @Test
  void legacyGatewayEventAsDocumented() throws IOException {
    handle(
        """
        {"requestContext":{"serviceId":"service-f94sy04v","path":"/test/{path}","httpMethod":"POST",
          "requestId":"c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
          "identity":{"secretId":"abdcdxxxxxxxsdfs"},"sourceIp":"14.17.22.34","stage":"release"},
         "headers":{"Accept-Language":"en-US,en,cn","Host":"service-3ei3tii4-251000691.apigw.com"},
         "body":"{}","pathParameters":{"path":"value"},"queryStringParameters":{"foo":"bar"},
         "headerParameters":{"Refer":"10.0.2.14"},"stageVariables":{"stage":"release"},
         "path":"/test/value","queryString":{"foo":"bar"},"httpMethod":"POST"}
        """);

    assertThat(calls.get(0).path()).isEqualTo("/test/value");
    assertThat(calls.get(0).headers().first("host")).isPresent();
    assertThat(calls.get(0).body()).isEqualTo("{}".getBytes(UTF_8));
  }

  /** AWS Lambda, "Invoking Lambda function URLs", request payload format 2.0. */
  @Test
  void awsFunctionUrlEventAsDocumented() throws IOException {
    handle(
        """
        {"version":"2.0","routeKey":"$default","rawPath":"/my/path",
         "rawQueryString":"parameter1=value1","cookies":["cookie1"],
         "headers":{"header1":"value1"},"queryStringParameters":{"parameter1":"value1"},
         "requestContext":{"accountId":"123456789012","apiId":"<urlid>","authentication":null,
          "domainName":"<url-id>.lambda-url.us-west-2.on.aws","domainPrefix":"<url-id>",
          "http":{"method":"POST","path":"/my/path","protocol":"HTTP/1.1",
           "sourceIp":"123.123.123.123","userAgent":"agent"},
          "requestId":"id","routeKey":"$default","stage":"$default",
          "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
         "body":"Hello from client!","pathParameters":null,"isBase64Encoded":false,
         "stageVariables":null}
        """);

    HttpCall call = calls.get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/my/path");
    assertThat(new String(call.body(), UTF_8)).isEqualTo("Hello from client!");
    assertThat(call.headers().asMap()).containsOnlyKeys("header1");
  }

  @Test
  void strangePathOfAnAwsFunctionUrlIsRefusedToo() throws IOException {
    refuses(
        "{\"rawPath\":\"/a/../b\",\"requestContext\":{\"http\":{\"method\":\"POST\"}}}",
        404,
        "no such path");
  }

  @Test
  void base64BodyIsDecodedToTheBytesThatWereSigned() throws IOException {
    byte[] bytes = {0, (byte) 0xff, '{', '}'};
    handle(
        "{\"httpMethod\":\"POST\",\"path\":\"/\",\"isBase64Encoded\":true,\"body\":\""
            + Base64.getEncoder().encodeToString(bytes)
            + "\"}");

    assertThat(calls.get(0).body()).isEqualTo(bytes);
  }

  @Test
  void headerNamesComeInAnyCase_andDoubledOnesAreSeen() throws IOException {
    handle("{\"httpMethod\":\"POST\",\"headers\":{\"WEBHOOK-ID\":\"a\",\"Webhook-Id\":\"b\"}}");

    assertThat(calls.get(0).headers().doubled("webhook-id")).isTrue();
  }

  @Test
  void missingRequestContextPathHeadersAndBodyAreAccepted() throws IOException {
    handle("{\"httpMethod\":\"PATCH\"}");

    assertThat(calls.get(0).method()).isEqualTo("PATCH");
    assertThat(calls.get(0).path()).isEqualTo("/");
    assertThat(calls.get(0).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "   ", "{}"})
  void emptyEvent(String event) throws IOException {
    assertThat(handle(event))
        .isEqualTo(
            "{\"isBase64Encoded\":false,\"statusCode\":400,"
                + "\"headers\":{\"Content-Type\":\"application/json\"},"
                + "\"body\":\"{\\\"Error\\\":{\\\"Code\\\":\\\"bad_request\\\","
                + "\\\"Message\\\":\\\"event is empty\\\"},\\\"Outcome\\\":\\\"refused\\\","
                + "\\\"RequestId\\\":\\\"req-1\\\"}\"}");
    assertThat(calls).isEmpty();
  }

  @Test
  void timerTriggerIsNamed() throws IOException {
    refuses(
        "{\"Type\":\"Timer\",\"TriggerName\":\"t\",\"Time\":\"2026-11-21T10:00:00Z\",\"Message\":\"\"}",
        400,
        "Unsupported trigger 'Timer'; use a function URL");
  }

  @Test
  void anythingElseThatIsNotHttp() throws IOException {
    refuses(
        "{\"Records\":[]}",
        400,
        "event is not an HTTP request: it has no httpMethod; use a function URL");
  }

  @Test
  void asynchronousInvocation() throws IOException {
    refuses(
        "{\"InvocationType\":\"Event\",\"httpMethod\":\"POST\"}",
        400,
        "asynchronous invocation is not supported (platform would retry)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/..", "/a/../b", "/%2e%2e", "//", "/a//b", "x", "", "/a\\\\b", "/%00"})
  void pathsThatAskToBeNormalised(String path) throws IOException {
    refuses("{\"httpMethod\":\"POST\",\"path\":\"" + path + "\"}", 404, "no such path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "[\"a\"]", "null", "true", "{}"})
  void headerThatIsNotText(String value) throws IOException {
    refuses(
        "{\"httpMethod\":\"POST\",\"headers\":{\"webhook-id\":" + value + "}}",
        400,
        "header webhook-id must be text");
  }

  @Test
  void bodiesThatAreNotBodies() throws IOException {
    refuses("{\"httpMethod\":\"POST\",\"body\":{}}", 400, "body must be text");
    refuses("{\"httpMethod\":\"POST\",\"headers\":[]}", 400, "headers must be an object");
    refuses(
        "{\"httpMethod\":\"POST\",\"isBase64Encoded\":true,\"body\":\"@@\"}",
        400,
        "body is not base64");
    refuses(
        "{\"httpMethod\":\"POST\",\"isBase64Encoded\":\"true\",\"body\":\"e30=\"}",
        400,
        "isBase64Encoded must be true or false");
    refuses("{\"httpMethod\":\"POST\",\"body\":\"a\\u0000b\"}", 400, "it contains U+0000");
  }

  @Test
  void duplicateKeysInTheEvent() throws IOException {
    assertThat(handle("{\"httpMethod\":\"POST\",\"httpMethod\":\"GET\"}"))
        .contains("\"statusCode\":400", "event is not readable: ");
    assertThat(calls).isEmpty();
  }

  @Test
  void bodyLargerThanTheFunctionWants_isRefusedBeforeItIsDecoded() throws IOException {
    String large = "A".repeat(200);
    refuses(
        "{\"httpMethod\":\"POST\",\"body\":\"" + large + "\"}",
        413,
        "body is larger than 100 bytes; send less");
    refuses(
        "{\"httpMethod\":\"POST\",\"isBase64Encoded\":true,\"body\":\"" + "@".repeat(200) + "\"}",
        413,
        "body is larger than 100 bytes; send less");
  }

  @Test
  void bodyOfExactlyTheLimitPassesBothWays() throws IOException {
    byte[] full = "x".repeat(100).getBytes(UTF_8);
    handle("{\"httpMethod\":\"POST\",\"body\":\"" + new String(full, UTF_8) + "\"}");
    handle(
        "{\"httpMethod\":\"POST\",\"isBase64Encoded\":true,\"body\":\""
            + Base64.getEncoder().encodeToString(full)
            + "\"}");

    assertThat(calls).extracting(call -> call.body().length).containsExactly(100, 100);
  }

  @Test
  void eventLargerThanThePlatformAllows() throws IOException {
    refuses(" ".repeat(HttpEventHandler.MAX_EVENT + 1), 413, "event is larger than 6 MB");
  }

  @Test
  void answerThatIsNotTextGoesOutAsBase64() throws IOException {
    HttpFunction binary =
        (call, context) -> new HttpReply(200, Map.of("Content-Type", "image/png"), new byte[] {-1});

    assertThat(run(binary, "{\"httpMethod\":\"GET\"}"))
        .isEqualTo(
            "{\"isBase64Encoded\":true,\"statusCode\":200,"
                + "\"headers\":{\"Content-Type\":\"image/png\"},\"body\":\"/w==\"}");
  }

  private void refuses(String event, int status, String sentence) throws IOException {
    assertThat(handle(event)).contains("\"statusCode\":" + status, sentence);
    assertThat(calls).isEmpty();
  }

  private String handle(String event) throws IOException {
    return run(
        new HttpFunction() {
          @Override
          public HttpReply handle(
              HttpCall call, com.amazonaws.services.lambda.runtime.Context context) {
            calls.add(call);
            return HttpReply.json(200, Map.of("ok", true));
          }

          @Override
          public int maxBodyBytes() {
            return 100;
          }
        },
        event);
  }

  private static String run(HttpFunction function, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HttpEventHandler(function)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)), out, TestHost.context("req-1"));
    return out.toString(UTF_8);
  }
}
