// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.scf.platform.ScfJson;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event that a function gets for an HTTP request; the function sends it back. */
class FunctionUrlTest {
  @TempDir Path folder;
  private RunningScf scf;

  @BeforeEach
  void start() throws Exception {
    scf = new RunningScf(folder);
    scf.deploy(RunningScf.function("probe", Zips.probe("one")));
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", scf.scf.functions().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void makesTheDocumentedEvent() throws Exception {
    String answer =
        raw(
            "POST /probe/a/b?x=1&y=%C3%BC&x=2 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
                + "X-Twice: a\r\nx-twice: b\r\nX-Scf-Secret-Key: mine\r\n"
                + "Content-Length: 17\r\nConnection: close\r\n\r\n{\"test\":\"hello\"} ");

    assertThat(body(answer))
        .isEqualTo(
            "{\"body\":\"{\\\"test\\\":\\\"hello\\\"} \",\"headers\":{\"accept\":\"*/*\","
                + "\"content-length\":\"17\",\"host\":\"127.0.0.1\",\"x-scf-remote-addr\":"
                + "\"127.0.0.1\",\"x-twice\":\"a,b\"},\"httpMethod\":\"POST\",\"path\":\"/a/b\","
                + "\"queryString\":{\"x\":\"1\",\"y\":\"ü\"}}");
  }

  @Test
  void givesTheRootPathWhenNothingFollowsTheName() throws Exception {
    JsonNode event = event(scf.send(scf.request("/probe").build()));

    assertThat(event.get("path").textValue()).isEqualTo("/");
    assertThat(event.get("body").textValue()).isEmpty();
    assertThat(event.get("httpMethod").textValue()).isEqualTo("GET");
  }

  @Test
  void addsTheFieldsOfTheGatewayWhenTheTriggerSaysSo() throws Exception {
    String desc =
        RunningScf.URL_DESC.replace("\"NetConfig\"", "\"ApiGwCompatible\":true,\"NetConfig\"");
    scf.call("UpdateTrigger", RunningScf.trigger("probe", desc));

    HttpResponse<String> answer = scf.post("/probe/x", "text");
    JsonNode event = event(answer);

    assertThat(event.get("isBase64Encoded").isBoolean()).isTrue();
    assertThat(event.get("requestContext").toString())
        .isEqualTo(
            "{\"serviceId\":\"\",\"path\":\"/x\",\"httpMethod\":\"POST\",\"requestId\":\""
                + answer.headers().firstValue("x-scf-request-id").orElseThrow()
                + "\",\"sourceIp\":\"127.0.0.1\",\"stage\":\"release\",\"identity\":{}}");
    assertThat(event.has("headerParameters")).isTrue();
    assertThat(event.has("pathParameters")).isTrue();
    assertThat(event.has("queryStringParameters")).isTrue();
  }

  @Test
  void sendsABodyThatIsNoTextAsBase64() throws Exception {
    HttpResponse<String> answer =
        scf.send(
            scf.request("/probe")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0}))
                .build());

    assertThat(event(answer).get("body").textValue()).isEqualTo("/wA=");
    assertThat(event(answer).get("isBase64Encoded").booleanValue()).isTrue();
  }

  @Test
  void refusesAnUnknownFunctionInOneSentence() throws Exception {
    HttpResponse<String> answer = scf.post("/nobody", "x");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body())
        .contains("There is no function `nobody`; create it through the management API.");
    assertThat(scf.post("/", "x").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesAForeignHost() throws Exception {
    String answer = raw("GET /probe HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 421");
    assertThat(answer).contains("Host must be 127.0.0.1 or localhost");
    assertThat(scf.scf.logs("probe")).isEmpty();
  }

  @Test
  void refusesARequestAbove6Mb() throws Exception {
    HttpResponse<String> answer = scf.post("/probe", "x".repeat(6 * 1024 * 1024 + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than 6 MB", "\"statusCode\":406");
    assertThat(scf.scf.logs("probe")).isEmpty();
  }

  @Test
  void answersPlainJsonAsJsonAndOtherTextAsText() throws Exception {
    HttpResponse<String> json = scf.post("/probe", "do:plain:[1,2];");
    HttpResponse<String> text = scf.post("/probe", "do:plain:hello there;");

    assertThat(json.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(json.body()).isEqualTo("[1,2]");
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(text.body()).isEqualTo("hello there");
  }

  private static JsonNode event(HttpResponse<String> answer) {
    return ScfJson.parse(answer.body()).orElseThrow();
  }
}
