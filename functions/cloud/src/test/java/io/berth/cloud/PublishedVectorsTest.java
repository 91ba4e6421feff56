// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Digests;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors of the Signature v3 page, byte for byte. */
class PublishedVectorsTest {
  private static final String SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
  private static final String SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
  private static final String BODY =
      "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
  private static final Instant POSTED = Instant.ofEpochSecond(1551113065);
  private static final Map<String, String> POST_HEADERS =
      Map.of("Content-Type", "application/json; charset=utf-8", "Host", "cvm.tencentcloudapi.com");

  @Test
  void postWithTwoSignedHeaders() {
    CanonicalRequest request = CanonicalRequest.of("POST", "", POST_HEADERS, BODY.getBytes(UTF_8));

    assertThat(request.text())
        .isEqualTo(
            """
            POST
            /

            content-type:application/json; charset=utf-8
            host:cvm.tencentcloudapi.com

            content-type;host
            35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064""");
    assertThat(hash(request))
        .isEqualTo("5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031");
    assertThat(sign(request, POSTED).authorization(SECRET_ID))
        .isEqualTo(
            "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request,"
                + " SignedHeaders=content-type;host,"
                + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
  }

  @Test
  void getWithAQuery() {
    CanonicalRequest request =
        CanonicalRequest.of(
            "GET",
            "Limit=10&Offset=0",
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Host",
                "cvm.tencentcloudapi.com"),
            new byte[0]);

    assertThat(hash(request))
        .isEqualTo("91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7");
    assertThat(sign(request, Instant.ofEpochSecond(1539084154)).hex())
        .isEqualTo("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
  }

  @Test
  void postThatSignsTheActionToo() {
    CanonicalRequest request =
        CanonicalRequest.of(
            "POST",
            "",
            Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "Host",
                "cvm.tencentcloudapi.com",
                "X-TC-Action",
                "DescribeInstances"),
            BODY.getBytes(UTF_8));

    assertThat(request.signedHeaders()).isEqualTo("content-type;host;x-tc-action");
    assertThat(request.text()).contains("\nx-tc-action:describeinstances\n");
    assertThat(hash(request))
        .isEqualTo("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84");
    assertThat(sign(request, POSTED).hex())
        .isEqualTo("644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26");
  }

  @Test
  void namesAndValuesAreLowerCasedTrimmedAndSorted() {
    CanonicalRequest request =
        CanonicalRequest.of("POST", "", Map.of(" Host ", " A.B ", "A", "C"), new byte[0]);

    assertThat(request.text()).startsWith("POST\n/\n\na:c\nhost:a.b\n\na;host\n");
  }

  @Test
  void theOneFormThatTheClientSendsIsWhatTheGeneralRuleMakesOfIt() {
    byte[] body = "{}".getBytes(UTF_8);
    Map<String, String> headers =
        Map.of(
            "X-TC-Action", "CreateInstance", "Host", "LocalHost:8102", "Content-Type", "text/a; b");

    assertThat(CanonicalRequest.ofPost("text/a; b", "LocalHost:8102", "CreateInstance", body))
        .isEqualTo(CanonicalRequest.of("POST", "", headers, body));
  }

  @Test
  void theDayIsTheUtcDayOfTheTimestamp() {
    assertThat(SigningKey.of("k", Instant.parse("2026-11-21T23:59:59Z"), "tcr").scope())
        .isEqualTo("2026-11-21/tcr/tc3_request");
    assertThat(SigningKey.of("k", Instant.parse("2026-11-22T00:00:00Z"), "tcr").scope())
        .isEqualTo("2026-11-22/tcr/tc3_request");
  }

  private static String hash(CanonicalRequest request) {
    return Digests.sha256Hex(request.text().getBytes(UTF_8));
  }

  private static Tc3Signature sign(CanonicalRequest request, Instant at) {
    return Tc3Signature.of(request, at, SigningKey.of(SECRET_KEY, at, "cvm"));
  }
}
