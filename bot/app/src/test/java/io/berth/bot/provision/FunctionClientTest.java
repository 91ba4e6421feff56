// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.config.FunctionConfig;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One call is one request on the wire, whatever the server does with it. */
class FunctionClientTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
  private static final FunctionName FUNCTION = FunctionName.TAT_CREATE_REGISTER_CODE;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> script = new CopyOnWriteArrayList<>();
  private ServerSocket server;
  private FunctionClient client;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    client = client(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/fn"));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private static FunctionClient client(URI url) {
    Secret key = WebhookKey.generate(new SecureRandom());
    return new FunctionClient(
        Map.of(FUNCTION, new FunctionConfig(url, List.of(key))), Duration.ofMillis(700));
  }

  private FunctionReply call() {
    return client.call(
        FUNCTION,
        "R-1",
        Instant.ofEpochSecond(1_700_000_000),
        "{\"a\":1}".getBytes(UTF_8),
        Map.of("berth-approval", "jws"));
  }

  /** Answers the n-th request with the n-th line of the script; "close" and "hang" do that. */
  private void serve() {
    while (true) {
      try (Socket socket = server.accept()) {
        serve(socket);
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    for (String request = read(socket); request != null; request = read(socket)) {
      received.add(request);
      String answer = script.get(Math.min(received.size(), script.size()) - 1);
      if (answer.equals("close")) {
        return;
      }
      if (answer.equals("hang")) {
        socket.getInputStream().read();
        return;
      }
      socket.getOutputStream().write(answer.getBytes(US_ASCII));
      socket.getOutputStream().flush();
    }
  }

  private static String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("{\"a\":1}")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void sendsTheSignatureAndWhatItIsGiven() {
    script.add(OK);

    FunctionReply.Answered answer = (FunctionReply.Answered) call();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).asString(UTF_8).isEqualTo("{}");
    assertThat(received.get(0))
        .startsWith("POST /fn HTTP/1.1\r\n")
        .contains("webhook-id: R-1\r\n")
        .contains("webhook-timestamp: 1700000000\r\n")
        .contains("webhook-signature: v1,")
        .contains("berth-approval: jws\r\n")
        .contains("Content-Type: application/json\r\n")
        .endsWith("\r\n\r\n{\"a\":1}");
  }

  @Test
  void aPooledConnectionThatDropsIsNotTriedAgain() {
    script.addAll(List.of(OK, "close"));

    assertThat(call()).isInstanceOf(FunctionReply.Answered.class);
    assertThat(call()).isInstanceOf(FunctionReply.Lost.class);
    assertThat(received).hasSize(2);
  }

  @Test
  void aFreshConnectionThatDropsIsNotTriedAgain() {
    script.add("close");
    assertThat(call()).isInstanceOf(FunctionReply.Lost.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void requestTimeoutIsNotTriedAgain() {
    script.add("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
    assertThat(((FunctionReply.Answered) call()).status()).isEqualTo(408);
    assertThat(received).hasSize(1);
  }

  @Test
  void unavailableIsNotTriedAgain() {
    script.add("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
    assertThat(((FunctionReply.Answered) call()).status()).isEqualTo(503);
    assertThat(received).hasSize(1);
  }

  @Test
  void redirectsAreNotFollowed() {
    script.add("HTTP/1.1 307 Away\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    assertThat(((FunctionReply.Answered) call()).status()).isEqualTo(307);
    assertThat(received).hasSize(1);
  }

  @Test
  void silenceIsALostAnswer() {
    script.add("hang");
    assertThat(call()).isInstanceOf(FunctionReply.Lost.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void anAnswerCutShortIsALostAnswer() {
    script.add("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"Reg");
    assertThat(call()).isInstanceOf(FunctionReply.Lost.class);
  }

  @Test
  void aHugeAnswerIsALostAnswer() {
    String huge = "x".repeat(300_000);
    script.add("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + huge);
    assertThat(call()).isEqualTo(new FunctionReply.Lost("the answer is longer than 256 KB"));
  }

  @Test
  void aClosedPortMeansThatNothingWasSent() throws IOException {
    int port = server.getLocalPort();
    server.close();
    try (FunctionClient closed = client(URI.create("http://127.0.0.1:" + port + "/fn"))) {
      FunctionReply reply = closed.call(FUNCTION, "R-1", Instant.EPOCH, new byte[0], Map.of());
      assertThat(reply).isInstanceOf(FunctionReply.NotSent.class);
    }
  }

  @Test
  void aFunctionThatIsNotConfiguredIsNotCalled() {
    assertThat(
            client.call(
                FunctionName.TCR_CREATE_INSTANCE, "R-1", Instant.EPOCH, new byte[0], Map.of()))
        .isEqualTo(new FunctionReply.NotSent("functions.tcr-create-instance is not configured"));
  }
}
