// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CloudClientTest {
  private static final Instant NOW = Instant.ofEpochSecond(1551113065);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  static Call call() {
    return new Call(
        "tcr",
        "2019-09-24",
        "CreateInstance",
        Optional.of("ap-guangzhou"),
        "{\"RegistryName\":\"payments\"}".getBytes(UTF_8),
        new Credentials("AKIDEXAMPLE", Secret.of("key"), Optional.of(Secret.of("role-token"))));
  }

  @Test
  void sendsExactlyWhatItSigned() throws IOException {
    try (LoopbackServer server = answering("{\"Response\":{\"RequestId\":\"r\"}}");
        CloudClient client = client(server)) {
      client.call(call());

      LoopbackServer.Received request = server.received().get(0);
      String host = "127.0.0.1:" + server.uri().getPort();
      assertThat(request.head()).startsWith("POST / HTTP/1.1\r\n");
      assertThat(request.header("Host")).isEqualTo(host);
      assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
      assertThat(request.header("X-TC-Action")).isEqualTo("CreateInstance");
      assertThat(request.header("X-TC-Version")).isEqualTo("2019-09-24");
      assertThat(request.header("X-TC-Region")).isEqualTo("ap-guangzhou");
      assertThat(request.header("X-TC-Timestamp")).isEqualTo("1551113065");
      assertThat(request.header("X-TC-Token")).isEqualTo("role-token");
      assertThat(request.header("Authorization")).isEqualTo(authorization(host, request.body()));
      assertThat(request.body()).isEqualTo(call().json());
    }
  }

  @Test
  void leavesOutTheTokenAndTheRegionThatAreNotThere() throws IOException {
    Call plain =
        new Call(
            "tcr",
            "2019-09-24",
            "DescribeRegions",
            Optional.empty(),
            "{}".getBytes(UTF_8),
            new Credentials("AKIDEXAMPLE", Secret.of("key"), Optional.empty()));
    try (LoopbackServer server = answering("{\"Response\":{\"RequestId\":\"r\"}}");
        CloudClient client = client(server)) {
      client.call(plain);

      assertThat(server.received().get(0).head()).doesNotContain("X-TC-Token", "X-TC-Region");
    }
  }

  @Test
  void signsWithTheReadingOfTheClockThatItIsGiven() throws IOException {
    try (LoopbackServer server = answering("{\"Response\":{\"RequestId\":\"r\"}}");
        CloudClient client = client(server)) {
      client.call(call(), NOW.minusSeconds(90), Duration.ofSeconds(5));

      assertThat(server.received().get(0).header("X-TC-Timestamp")).isEqualTo("1551112975");
    }
  }

  @Test
  void keepsToAShorterLimitThanItsOwn() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (LoopbackServer server =
            new LoopbackServer(
                n -> {
                  never.await();
                  return "";
                });
        CloudClient client = client(server)) {
      long start = System.nanoTime();

      CloudReply reply = client.call(call(), NOW, Duration.ofMillis(150));

      assertThat(reply).isInstanceOf(CloudReply.Lost.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      never.countDown();
    }
  }

  @Test
  void acceptedHasTheFieldsWithoutTheRequestId() throws IOException {
    assertThat(reply("{\"Response\":{\"RegistryId\":\"tcr-1\",\"New\":[1],\"RequestId\":\"r-7\"}}"))
        .isEqualTo(
            new CloudReply.Accepted(Map.of("RegistryId", "tcr-1", "New", List.of(1L)), "r-7"));
  }

  @Test
  void acceptedPrintsNoValues() {
    assertThat(new CloudReply.Accepted(Map.of("RegisterCodeValue", "c0de"), "r").toString())
        .isEqualTo("Accepted[fields=[RegisterCodeValue], requestId=r]");
  }

  @Test
  void refusedHasCodeMessageAndRequestId() throws IOException {
    assertThat(
            reply(
                "{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter.ErrorNameExists\","
                    + "\"Message\":\"The instance name already exists.\"},\"RequestId\":\"r-8\"}}"))
        .isEqualTo(
            new CloudReply.Refused(
                "InvalidParameter.ErrorNameExists", "The instance name already exists.", "r-8"));
  }

  @Test
  void everythingElseIsMalformed() throws IOException {
    assertThat(malformed("{\"RequestId\":\"r\"}")).contains("has no Response object");
    assertThat(malformed("{\"Response\":null}")).contains("has no Response object");
    assertThat(malformed("{\"Response\":{\"Error\":null}}")).contains("Error without a Code");
    assertThat(malformed("<html>")).startsWith("the cloud's answer is not JSON: ");
    assertThat(malformed("")).startsWith("the cloud's answer is not JSON: ");
  }

  @Test
  void answerLargerThanTheCapIsNotRead() throws IOException {
    String large = "{\"Response\":{\"A\":\"" + "x".repeat(CloudClient.MAX_RESPONSE) + "\"}}";

    assertThat(reply(large))
        .isEqualTo(new CloudReply.Malformed("the cloud's answer is larger than 4 MB"));
  }

  @Test
  void answerCutOffIsLost() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer(
                n -> n == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Resp" : "");
        CloudClient client = client(server)) {
      CloudReply reply = client.call(call(), NOW, Duration.ofMillis(300));

      assertThat(reply).isInstanceOf(CloudReply.Lost.class);
      assertThat(((CloudReply.Lost) reply).sent()).isTrue();
    }
  }

  @Test
  void expiredSignatureSaysByHowMuchTheClockIsOff() throws IOException {
    String json =
        "{\"Response\":{\"Error\":{\"Code\":\"AuthFailure.SignatureExpire\","
            + "\"Message\":\"Signature expired.\"},\"RequestId\":\"r-9\"}}";
    String answer =
        LoopbackServer.ok(json).replaceFirst("\r\n", "\r\nDate: Mon, 25 Feb 2019 16:54:25 GMT\r\n");
    try (LoopbackServer server = new LoopbackServer(n -> answer);
        CloudClient client = client(server)) {
      assertThat(client.call(call()))
          .isEqualTo(
              new CloudReply.Refused(
                  "AuthFailure.SignatureExpire",
                  "Signature expired. The clock is off by ~600 s (HTTP Date).",
                  "r-9"));
    }
  }

  @Test
  void opensNoMoreConnectionsThanThereAreCallers() throws Exception {
    int callers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try (LoopbackServer server = answering("{\"Response\":{\"RequestId\":\"r\"}}");
        CloudClient client = client(server)) {
      List<Future<CloudReply>> replies = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        replies.add(threads.submit(() -> client.call(call())));
      }
      for (Future<CloudReply> reply : replies) {
        assertThat(reply.get()).isInstanceOf(CloudReply.Accepted.class);
      }
      assertThat(server.connections()).isLessThanOrEqualTo(callers + 1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static String authorization(String host, byte[] body) {
    CanonicalRequest canonical =
        CanonicalRequest.of(
            "POST",
            "",
            Map.of(
                "content-type",
                "application/json; charset=utf-8",
                "host",
                host,
                "x-tc-action",
                "CreateInstance"),
            body);
    return Tc3Signature.of(canonical, NOW, SigningKey.of("key", NOW, "tcr"))
        .authorization("AKIDEXAMPLE");
  }

  private static String malformed(String body) throws IOException {
    return ((CloudReply.Malformed) reply(body)).why();
  }

  private static CloudReply reply(String body) throws IOException {
    try (LoopbackServer server = answering(body);
        CloudClient client = client(server)) {
      return client.call(call());
    }
  }

  private static LoopbackServer answering(String json) throws IOException {
    return new LoopbackServer(n -> LoopbackServer.ok(json));
  }

  private static CloudClient client(LoopbackServer server) {
    return new CloudClient(Endpoint.fixed(server.uri()), CLOCK, Timeouts.DEFAULT);
  }
}
