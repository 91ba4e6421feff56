// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
  private static final Clock NOON =
      Clock.fixed(Instant.ofEpochSecond(1_557_989_451), ZoneOffset.UTC);
  private static final String STORED =
      LoopbackServer.status("200 OK", "ETag: \"5d41402abc4b2a76b9719d911017c592\"");

  @TempDir Path folder;

  @Test
  void putsAFileUnderTheBucketsName() throws Exception {
    try (LoopbackServer server = new LoopbackServer(n -> STORED);
        ObjectStore store = store(server, Optional.empty())) {
      StoreReply reply = put(store);

      assertThat(reply).isEqualTo(new StoreReply.There(5, "5d41402abc4b2a76b9719d911017c592"));
      LoopbackServer.Received sent = server.received().get(0);
      assertThat(sent.head()).startsWith("PUT /berth/a1.zip HTTP/1.1\r\n");
      assertThat(sent.header("Host"))
          .isEqualTo("code-1250000000.cos.ap-guangzhou.myqcloud.com:" + server.uri().getPort());
      assertThat(sent.header("Content-MD5")).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
      assertThat(sent.header("Expect")).isEqualTo("100-continue");
      assertThat(sent.header("Authorization"))
          .startsWith("q-sign-algorithm=sha1&q-ak=AKIDtest&q-sign-time=1557989151;1557990351&")
          .contains("&q-header-list=content-length;content-md5;content-type;host&");
      assertThat(new String(sent.body(), UTF_8)).isEqualTo("hello");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void signsTheTokenOfATemporaryKey() throws Exception {
    try (LoopbackServer server = new LoopbackServer(n -> STORED);
        ObjectStore store = store(server, Optional.of("the-token"))) {
      put(store);

      assertThat(server.received().get(0).header("x-cos-security-token")).isEqualTo("the-token");
      assertThat(server.received().get(0).header("Authorization"))
          .contains("host;x-cos-security-token&");
    }
  }

  @Test
  void looksAtAnObject() throws Exception {
    String there = "HTTP/1.1 200 OK\r\nContent-Length: 36700160\r\nETag: \"abc\"\r\n\r\n";
    try (LoopbackServer server = new LoopbackServer(n -> there);
        ObjectStore store = store(server, Optional.empty())) {
      assertThat(store.head("/berth/a1.zip")).isEqualTo(new StoreReply.There(36_700_160, "abc"));
      assertThat(server.received().get(0).head()).startsWith("HEAD /berth/a1.zip HTTP/1.1\r\n");
    }
  }

  @Test
  void readsCosErrors() throws Exception {
    assertThat(
            refusal(
                "<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>NoSuchBucket</Code>\n"
                    + "\t<Message>no &lt;such&gt; bucket</Message>\n\t<RequestId>NWNk</RequestId>\n</Error>"))
        .isEqualTo(new StoreReply.Refused(403, "NoSuchBucket", "no <such> bucket", "NWNk"));
  }

  @Test
  void readsNothingOutOfWhatIsNoPlainError() throws Exception {
    StoreReply nothing = new StoreReply.Refused(403, "", "", "");
    assertThat(refusal("<html><Code>x</Code></html>")).isEqualTo(nothing);
    assertThat(refusal("<!DOCTYPE Error><Error><Code>AccessDenied</Code></Error>"))
        .isEqualTo(nothing);
    assertThat(refusal("<Error><Code>a b</Code></Error>")).isEqualTo(nothing);
    assertThat(refusal("<Error><Code>A</Code></Error>" + " ".repeat(70_000))).isEqualTo(nothing);
  }

  @Test
  void saysByHowMuchTheClockIsOff() throws Exception {
    String old =
        answer(
            "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
            "Date: Thu, 16 May 2019 07:00:51 GMT\r\n");
    try (LoopbackServer server = new LoopbackServer(n -> old);
        ObjectStore store = store(server, Optional.empty())) {
      assertThat(((StoreReply.Refused) put(store)).message())
          .isEqualTo("Request has expired The clock is off by ~600 s (HTTP Date).");
    }
  }

  @Test
  void neverSendsAnUploadTwice() throws Exception {
    String first = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nETag: \"abc\"\r\n\r\n";
    try (LoopbackServer server = new LoopbackServer(n -> n == 0 ? first : "");
        ObjectStore store = store(server, Optional.empty())) {
      store.head("/berth/a1.zip");

      assertThat(put(store)).isInstanceOf(StoreReply.Lost.class);
      assertThat(server.received()).hasSize(2);
    }
    try (LoopbackServer server =
            new LoopbackServer(
                n -> LoopbackServer.status("503 Service Unavailable", "Retry-After: 0"));
        ObjectStore store = store(server, Optional.empty())) {
      assertThat(put(store)).isEqualTo(new StoreReply.Refused(503, "", "", ""));
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void failsWhenTheFileIsAnotherThanAnnounced() throws Exception {
    try (LoopbackServer server = new LoopbackServer(n -> STORED);
        ObjectStore store = store(server, Optional.empty())) {
      assertThat(store.put("/a.zip", file("hello"), 7, new byte[16]))
          .isInstanceOf(StoreReply.Lost.class);
    }
  }

  @Test
  void takesPlainKeysOnly() throws Exception {
    try (LoopbackServer server = new LoopbackServer(n -> STORED);
        ObjectStore store = store(server, Optional.empty())) {
      for (String key : new String[] {"a", "/", "/a b", "/a?acl", "/a%2e", ""}) {
        assertThatThrownBy(() -> store.head(key)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(server.received()).isEmpty();
    }
  }

  private StoreReply refusal(String xml) throws Exception {
    String answer = answer(xml, "");
    try (LoopbackServer server = new LoopbackServer(n -> answer);
        ObjectStore store = store(server, Optional.empty())) {
      return put(store);
    }
  }

  private static String answer(String xml, String header) {
    return "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\n"
        + header
        + "Content-Length: "
        + xml.length()
        + "\r\n\r\n"
        + xml;
  }

  private StoreReply put(ObjectStore store) throws Exception {
    byte[] md5 = MessageDigest.getInstance("MD5").digest("hello".getBytes(UTF_8));
    return store.put("/berth/a1.zip", file("hello"), 5, md5);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("a.zip"), content);
  }

  private static ObjectStore store(LoopbackServer server, Optional<String> token) {
    return new ObjectStore(
        Endpoint.fixed(server.uri()),
        "code-1250000000",
        "ap-guangzhou",
        new Credentials("AKIDtest", Secret.of("secret"), token.map(Secret::of)),
        NOON,
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)));
  }
}
