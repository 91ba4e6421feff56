// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.slack.cards.Message;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that counts what reaches it: Slack's own client would post twice in three of these
 * cases.
 */
class SlackClientsTest {
  private static final String OK = "{\"ok\":true,\"channel\":\"C0APPROVALS\",\"ts\":\"1.000001\"}";

  private final AtomicInteger posts = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocket socket;
  private volatile String answer = "";
  private volatile boolean closeFromTheSecondOn;

  @BeforeEach
  void start() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      while (readRequest(in)) {
        int number = posts.incrementAndGet();
        if (answer.isEmpty() || closeFromTheSecondOn && number > 1) {
          return;
        }
        client.getOutputStream().write(answer.getBytes(US_ASCII));
        client.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The client went away: that is its right.
    }
  }

  private static boolean readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return false;
      }
      head.append((char) c);
    }
    String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
    return in.readNBytes(Integer.parseInt(length)).length > 0;
  }

  private Sent post() {
    URI api = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/");
    SlackApi slack = new SlackApi(SlackClients.create(api), Secret.of("xoxb-test"));
    return slack.post("C0APPROVALS", new Message("hi", List.of()), Map.of("request", "R"));
  }

  private static String http(String status, String headers, String body) {
    int length = body.getBytes(ISO_8859_1).length;
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  @Test
  void postsOnceAndReadsWhereItIs() {
    answer = http("200 OK", "", OK);
    assertThat(post()).isEqualTo(new Sent.Done("C0APPROVALS", "1.000001"));
    assertThat(posts).hasValue(1);
  }

  @Test
  void postsOnceWhenTheConnectionIsClosedWithoutAnAnswer() {
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
    assertThat(posts).hasValue(1);
  }

  @Test
  void postsOnceWhenAPooledConnectionIsClosedAfterTheRequest() {
    answer = http("200 OK", "", OK);
    closeFromTheSecondOn = true;
    URI api = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/");
    SlackApi slack = new SlackApi(SlackClients.create(api), Secret.of("xoxb-test"));
    Message message = new Message("hi", List.of());
    assertThat(slack.post("C0APPROVALS", message, Map.of())).isInstanceOf(Sent.Done.class);
    assertThat(slack.post("C0APPROVALS", message, Map.of())).isInstanceOf(Sent.Unclear.class);
    assertThat(posts).hasValue(2);
  }

  @Test
  void postsOnceOn408And503WithRetryAfter() {
    answer = http("408 Request Timeout", "", "");
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
    answer = http("503 Service Unavailable", "Retry-After: 0\r\n", "");
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
    assertThat(posts).hasValue(2);
  }

  @Test
  void followsNoRedirect() {
    answer = http("307 Temporary Redirect", "Location: http://127.0.0.1:1/\r\n", "");
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
    assertThat(posts).hasValue(1);
  }

  @Test
  void honoursRetryAfter() {
    answer =
        http(
            "429 Too Many Requests",
            "Retry-After: 30\r\n",
            "{\"ok\":false,\"error\":\"ratelimited\"}");
    assertThat(post()).isEqualTo(new Sent.Later(Duration.ofSeconds(30)));
    answer = http("429 Too Many Requests", "Retry-After: 999999999999\r\n", "");
    assertThat(post()).isEqualTo(new Sent.Later(Duration.ofSeconds(1)));
    answer = http("429 Too Many Requests", "Retry-After: 86400\r\n", "");
    assertThat(post()).isEqualTo(new Sent.Later(Duration.ofMinutes(5)));
  }

  @Test
  void tellsARefusalFromADoubt() {
    answer = http("200 OK", "", "{\"ok\":false,\"error\":\"not_in_channel\"}");
    assertThat(post()).isEqualTo(new Sent.Refused("not_in_channel"));
    answer = http("200 OK", "", "{\"ok\":false,\"error\":\"internal_error\"}");
    assertThat(post()).isEqualTo(new Sent.Unclear("internal_error"));
    answer = http("500 Oops", "", "<html>");
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
    answer = http("200 OK", "", "<html>");
    assertThat(post()).isInstanceOf(Sent.Unclear.class);
  }
}
