// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static io.berth.cloud.CloudClientTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The five ways in which OkHttp, left alone, is known to send a POST twice or to hang on. */
class SentOnceTest {
  private static final String FINE = LoopbackServer.ok("{\"Response\":{\"RequestId\":\"r-1\"}}");

  @Test
  void pooledConnectionDroppedAfterThePost() throws IOException {
    try (LoopbackServer server = new LoopbackServer(n -> n == 0 ? FINE : "");
        CloudClient client = client(server.uri())) {
      assertThat(client.call(call())).isInstanceOf(CloudReply.Accepted.class);

      CloudReply reply = client.call(call());

      assertThat(reply).isInstanceOf(CloudReply.Lost.class);
      assertThat(((CloudReply.Lost) reply).sent()).isTrue();
      assertThat(server.connections()).as("the second call used the pooled connection").isOne();
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void requestTimeout408() throws IOException {
    sentOnce("408 Request Timeout");
  }

  @Test
  void unavailable503WithRetryAfterZero() throws IOException {
    sentOnce("503 Service Unavailable", "Retry-After: 0");
  }

  @Test
  void redirectIsNotFollowed() throws IOException {
    sentOnce("307 Temporary Redirect", "Location: /elsewhere");
  }

  @Test
  void freshConnectionClosed() throws IOException {
    try (LoopbackServer server = new LoopbackServer(n -> "");
        CloudClient client = client(server.uri())) {
      CloudReply reply = client.call(call());

      assertThat(reply.toString()).contains("the request was sent, but no answer came");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void neverAnswers() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (LoopbackServer server =
            new LoopbackServer(
                n -> {
                  never.await();
                  return "";
                });
        CloudClient client = client(server.uri())) {
      CloudReply reply = client.call(call());

      assertThat(reply).isInstanceOf(CloudReply.Lost.class);
      assertThat(((CloudReply.Lost) reply).sent()).isTrue();
      assertThat(server.received()).hasSize(1);
    } finally {
      never.countDown();
    }
  }

  @Test
  void refusedConnectionIsCertainlyWithoutEffect() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    try (CloudClient client = client(URI.create("http://127.0.0.1:" + closedPort))) {
      CloudReply reply = client.call(call());

      assertThat(reply).isInstanceOf(CloudReply.Lost.class);
      assertThat(((CloudReply.Lost) reply).sent()).isFalse();
      assertThat(((CloudReply.Lost) reply).why()).startsWith("the cloud could not be reached: ");
    }
  }

  private static void sentOnce(String status, String... headers) throws IOException {
    try (LoopbackServer server =
            new LoopbackServer(n -> n == 0 ? FINE : LoopbackServer.status(status, headers));
        CloudClient client = client(server.uri())) {
      client.call(call());

      CloudReply reply = client.call(call());

      assertThat(reply)
          .isEqualTo(
              new CloudReply.Malformed(
                  "the cloud answered HTTP " + status.substring(0, 3) + " in place of 200"));
      assertThat(server.received()).hasSize(2);
    }
  }

  private static CloudClient client(URI uri) {
    Duration limit = Duration.ofMillis(400);
    return new CloudClient(
        Endpoint.fixed(uri), Clock.systemUTC(), new Timeouts(limit, limit, limit));
  }
}
