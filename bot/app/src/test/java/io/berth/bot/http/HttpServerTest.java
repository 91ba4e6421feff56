// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw sockets, because a client library would not send most of this. */
class HttpServerTest {
  private final List<HttpRequest> calls = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    HttpHandler door =
        call -> {
          calls.add(call);
          return HttpResponse.text(200, "hello");
        };
    HttpHandler broken =
        call -> {
          throw new IllegalStateException("secret inside");
        };
    server =
        HttpServer.start(
            "test",
            0,
            List.of(
                Route.exact("POST", "/a", 1000, door),
                Route.exact("GET", "/b", 0, door),
                Route.exact("POST", "/b", 10, door),
                Route.oneBelow("GET", "/v1/requests/", 0, door),
                Route.exact("GET", "/broken", 0, broken)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String request(String line, String... headers) {
    return line
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  /** Jetty 12.1.13 breaks one connection in some hundreds when its buffers come out of a pool. */
  @Test
  void brokenRequestBehindAnotherDisturbsNobodyElse() throws IOException {
    String broken = "GET /b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /x HTTP/9\r\n\r\n";
    byte[] good = "GET /b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII);
    try (Socket honest = new Socket("127.0.0.1", server.port())) {
      honest.setSoTimeout(15_000);
      for (int i = 0; i < 3_000; i++) {
        sendAndEnd(broken);
        honest.getOutputStream().write(good);
        assertThat(firstLine(honest)).as("round " + i).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  /** Says that nothing more comes, which a server may learn in the middle of its answer. */
  private void sendAndEnd(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (SocketException closedEarly) {
      // A reset is an answer, too.
      return;
    }
  }

  /** Reads a whole answer with a body of five bytes; its first line. */
  private static String firstLine(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("\r\n\r\nhello")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return answer + "(end)";
      }
      answer.append((char) next);
    }
    return answer.substring(0, answer.indexOf("\r"));
  }

  @Test
  void handsOverMethodPathHeadersAndBody() throws Exception {
    String answer =
        send(request("POST /a?q=1", "X-One: 1\r\nx-one: 2\r\nContent-Length: 2\r\n") + "hi");
    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello").doesNotContain("Server:");
    HttpRequest call = calls.get(0);
    assertThat(call.path()).isEqualTo("/a");
    assertThat(call.header("X-One")).containsExactly("1", "2");
    assertThat(call.onlyHeader("x-one")).isEmpty();
    assertThat(new String(call.body(), UTF_8)).isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/",
        "/A",
        "/%61",
        "/x/../a",
        "//a",
        "/a;b=1",
        "/v1/requests/",
        "/v1/requests/a/b",
        "/v1/requests/%2e"
      })
  void knowsItsPathsAndNoOtherSpellingOfThem(String path) throws Exception {
    assertThat(send(request("GET " + path))).containsPattern("^HTTP/1.1 (404|400)");
    assertThat(calls).isEmpty();
  }

  @Test
  void takesOneSegmentBelow() throws Exception {
    assertThat(send(request("GET /v1/requests/01JD-x_1"))).startsWith("HTTP/1.1 200");
    assertThat(calls)
        .singleElement()
        .extracting(HttpRequest::path)
        .isEqualTo("/v1/requests/01JD-x_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post"})
  void namesTheMethodThatIsAllowed(String method) throws Exception {
    assertThat(send(request(method + " /a"))).startsWith("HTTP/1.1 405").contains("Allow: POST");
  }

  @Test
  void namesAllMethodsThatAreAllowed() throws Exception {
    assertThat(send(request("PUT /b"))).startsWith("HTTP/1.1 405").contains("Allow: GET, POST");
  }

  @Test
  void refusesABodyThatClaimsToBeTooLongWithoutReadingIt() throws Exception {
    String answer = send(request("POST /a", "Content-Length: 10737418240\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 413").contains("larger than 1000 bytes");
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesChunksThatBecomeTooLong() throws Exception {
    String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
    String answer = send(request("POST /a", "Transfer-Encoding: chunked\r\n") + chunk);
    assertThat(answer).startsWith("HTTP/1.1 413");
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesHeadersOfMoreThanSixteenKilobytes() throws Exception {
    assertThat(send(request("POST /a", "X-Big: " + "x".repeat(20_000) + "\r\n")))
        .startsWith("HTTP/1.1 431");
    assertThat(send(request("POST /a", "X: y\r\n".repeat(10_000)))).startsWith("HTTP/1.1 431");
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesAPairThatCouldSmuggleARequest() throws Exception {
    String answer =
        send(
            request("POST /a", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesTwoLengthsAndRubbish() throws Exception {
    assertThat(send(request("POST /a", "Content-Length: 2\r\nContent-Length: 3\r\n") + "hi"))
        .startsWith("HTTP/1.1 400");
    assertThat(send("rubbish\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("rubbish");
    assertThat(calls).isEmpty();
  }

  @Test
  void tellsNothingOfAMistakeOfOurs() throws Exception {
    assertThat(send(request("GET /broken")))
        .startsWith("HTTP/1.1 500")
        .contains("it is in the bot's log")
        .doesNotContain("secret inside", "IllegalState");
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = server.port();
    assertThatThrownBy(() -> HttpServer.start("other", port, List.of()))
        .isInstanceOf(BindException.class)
        .hasMessage("Port " + port + " is taken by another program.");
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    String other =
        java.net.NetworkInterface.networkInterfaces()
            .flatMap(java.net.NetworkInterface::inetAddresses)
            .filter(
                address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
            .map(java.net.InetAddress::getHostAddress)
            .findFirst()
            .orElse("");
    org.junit.jupiter.api.Assumptions.assumeFalse(
        other.isEmpty(), "this machine has loopback only");
    assertThatThrownBy(() -> new Socket(other, server.port()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void answersOperatorsWithReasons() throws Exception {
    Metrics metrics = new Metrics();
    metrics.gauge("berth.pending.requests", "waiting for approval", () -> 7);
    Map<String, java.util.function.Supplier<Optional<String>>> checks =
        new java.util.LinkedHashMap<>();
    checks.put("database", Optional::empty);
    checks.put("slack", () -> Optional.of("auth.test: invalid_auth"));
    checks.put(
        "odd",
        () -> {
          throw new IllegalStateException("jdbc:password");
        });
    stop();
    server = HttpServer.start("admin", 0, AdminRoutes.routes(checks, metrics));
    assertThat(send(request("GET /healthz")))
        .startsWith("HTTP/1.1 200")
        .endsWith("{\"status\":\"ok\"}");
    assertThat(send(request("GET /readyz")))
        .startsWith("HTTP/1.1 503")
        .endsWith(
            "{\"ready\":false,\"checks\":{\"database\":\"ok\",\"slack\":\"auth.test: invalid_auth\","
                + "\"odd\":\"failed; the reason is in the bot's log\"}}");
    assertThat(send(request("GET /metrics")))
        .startsWith("HTTP/1.1 200")
        .contains("berth_pending_requests 7.0");
    assertThat(send(request("POST /healthz", "Content-Length: 0\r\n"))).startsWith("HTTP/1.1 405");
  }
}
