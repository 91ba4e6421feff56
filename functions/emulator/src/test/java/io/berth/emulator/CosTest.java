// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** COS on a bare socket, as it answers. */
class CosTest {
  private static final String HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

  @TempDir Path folder;
  private TestCloud cloud;
  private CosCalls cos;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    cos = new CosCalls(cloud.uri(), TestCloud.ID, TestCloud.KEY, cloud.clock);
  }

  @AfterEach
  void stop() throws Exception {
    cloud.close();
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void keepsAnObjectUntilItIsDeleted() {
    String stored = cos.put("/berth/a.zip", "hello");
    assertThat(stored)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nETag: \"" + HELLO_MD5 + "\"\r\n", "\r\nX-Emulator: berth/0.1.0\r\n")
        .containsPattern("\r\nx-cos-request-id: [A-Za-z0-9+/]+=*\r\n");

    assertThat(cos.send("HEAD", "/berth/a.zip", ""))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Length: 5\r\n", "\r\nETag: \"" + HELLO_MD5 + "\"\r\n")
        .endsWith("\r\n\r\n");
    assertThat(cos.send("GET", "/berth/a.zip", "")).endsWith("\r\n\r\nhello");

    assertThat(cos.send("DELETE", "/berth/a.zip", "")).startsWith("HTTP/1.1 204 ");
    assertThat(cos.send("HEAD", "/berth/a.zip", ""))
        .startsWith("HTTP/1.1 404 Not Found\r\n")
        .endsWith("\r\n\r\n");
    assertThat(cos.send("DELETE", "/berth/a.zip", "")).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void replacesAnObject() {
    cos.put("/a", "hello");
    cos.put("/a", "another");

    assertThat(cos.send("GET", "/a", "")).endsWith("\r\n\r\nanother");
  }

  @Test
  void keepsTheTwentyThatWereStoredLast() {
    for (int i = 0; i < 21; i++) {
      cos.put("/" + i, "hello");
    }
    assertThat(cos.send("GET", "/0", "")).startsWith("HTTP/1.1 404 ");
    assertThat(cos.send("GET", "/1", "")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void saysWhatIsWrongInCosXml() {
    String answer = cos.send("GET", "/b&c<d", "");

    assertThat(answer)
        .startsWith("HTTP/1.1 404 Not Found\r\n")
        .contains("\r\nContent-Type: application/xml\r\n")
        .contains(
            "<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>NoSuchKey</Code>\n"
                + "\t<Message>The specified key does not exist.</Message>\n\t<Resource>"
                + "code-1250000000.cos.ap-guangzhou.myqcloud.com/b&amp;c&lt;d</Resource>\n"
                + "\t<RequestId>");
  }

  @Test
  void refusesWhoeverDoesNotSign() {
    refused("AccessDenied", 403, cos.raw("GET", "/a", "", ""));
    refused("AccessDenied", 403, cos.raw("GET", "/a", "Authorization: TC3-HMAC-SHA256 x\r\n", ""));
    CosCalls wrong = new CosCalls(cloud.uri(), TestCloud.ID, "wrong", cloud.clock);
    refused("SignatureDoesNotMatch", 403, wrong.put("/a", "hello"));
    CosCalls unknown = new CosCalls(cloud.uri(), "AKIDnobody", TestCloud.KEY, cloud.clock);
    refused("InvalidAccessKeyId", 403, unknown.put("/a", "hello"));
    assertThat(cos.send("GET", "/a", "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void refusesATokenThatNobodyIssued() {
    refused("InvalidAccessKeyId", 403, cos.send("GET", "/a", "x-cos-security-token: stolen\r\n"));
  }

  @Test
  void refusesOldAndFarSignatures() {
    cos.hasTheTime(-901);
    assertThat(cos.send("GET", "/a", ""))
        .contains("<Code>AccessDenied</Code>", "<Message>Request has expired</Message>");
    cos.hasTheTime(-900);
    assertThat(cos.send("GET", "/a", "")).contains("<Code>NoSuchKey</Code>");
    cos.hasTheTime(901);
    refused("RequestTimeTooSkewed", 403, cos.send("GET", "/a", ""));
  }

  @Test
  void knowsTheAccountsBucketsOnly() {
    refused("NoSuchBucket", 404, cos.at("code-1259999999.cos.ap-guangzhou").put("/a", "hello"));
    assertThat(cos.at("more-1250000000.cos.ap-beijing").put("/a", "x")).startsWith("HTTP/1.1 200");
    assertThat(cos.at("code-1250000000.cos.ap-beijing").send("GET", "/a", ""))
        .as("a bucket is in one region")
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void refusesMoreThan50Mb() {
    String answer = cos.send("PUT", "/a", "Content-Length: 52428801\r\nExpect: 100-continue\r\n");

    refused("EntityTooLarge", 400, answer);
  }

  @Test
  void refusesAnUploadWithoutLengthOrWithAnotherContent() {
    refused(
        "MissingContentLength",
        411,
        cos.send("PUT", "/a", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"));
    refused(
        "BadDigest",
        400,
        cos.send(
            "PUT",
            "/a",
            "Content-Length: 5\r\nContent-MD5: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
            "hello"));
    assertThat(cos.send("GET", "/a", "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void storesNothingOfAnUploadThatIsCutOff() {
    cos.send("PUT", "/a", "Content-Length: 10\r\n", "hello");

    assertThat(cos.send("GET", "/a", "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void playsWholeObjectsOnly() {
    refused("NotImplemented", 501, cos.send("GET", "/", ""));
    refused("NotImplemented", 501, cos.send("POST", "/a", "Content-Length: 0\r\n"));
    refused(
        "NotImplemented", 501, cos.raw("GET", "/a?acl", cos.authorization("GET", "/a", ""), ""));
  }

  @Test
  void leavesOtherHostsToTheApi() {
    assertThat(cos.at("code.cos.ap-guangzhou").send("GET", "/a", "")).startsWith("HTTP/1.1 403 ");
    assertThat(cos.send("GET", "/_emulator/healthz", "")).contains("<Code>NoSuchKey</Code>");
  }

  @Test
  void keepsObjectsThroughAReset() {
    cos.put("/a", "hello");
    assertThat(cloud.admin("POST", "reset", "").statusCode()).isEqualTo(200);

    assertThat(cos.send("GET", "/a", "")).endsWith("hello");
  }

  private static void refused(String code, int status, String answer) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("<Code>" + code + "</Code>");
  }
}
