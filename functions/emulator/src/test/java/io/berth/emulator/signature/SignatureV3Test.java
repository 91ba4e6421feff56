// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.error.ApiError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published examples of Signature v3 for the example key. */
class SignatureV3Test {
  private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
  private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
  private static final String HOST = "cvm.tencentcloudapi.com";
  private static final String BODY =
      "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
          + " \"Name\": \"instance-name\"}]}";
  private static final String A_SIGNATURE =
      "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

  private final RawRequest post =
      wire("POST", "", BODY, "host", HOST, "content-type", "application/json; charset=utf-8");

  private static RawRequest wire(String method, String query, String body, String... headers) {
    Map<String, List<String>> map = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return new RawRequest(method, query, map, body.getBytes(StandardCharsets.UTF_8));
  }

  private static SignatureV3 signature(String date, String headers, String signature)
      throws ApiError {
    return SignatureV3.parse(
        "TC3-HMAC-SHA256 Credential="
            + ID
            + "/"
            + date
            + "/cvm/tc3_request, SignedHeaders="
            + headers
            + ", Signature="
            + signature);
  }

  private static String canonical(SignatureV3 signature, RawRequest wire) throws ApiError {
    return signature.canonicalRequest(wire, HOST, UnaryOperator.identity());
  }

  @Test
  void acceptsPublishedPost() throws ApiError {
    SignatureV3 a = signature("2019-02-25", "content-type;host", A_SIGNATURE);

    assertThat(canonical(a, post))
        .isEqualTo(
            """
            POST
            /

            content-type:application/json; charset=utf-8
            host:cvm.tencentcloudapi.com

            content-type;host
            35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064""");
    assertThat(SignatureDigests.sha256Hex(canonical(a, post)))
        .isEqualTo("5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031");
    assertThat(a.isRight(post, "1551113065", KEY)).isTrue();
  }

  @Test
  void acceptsPublishedGet() throws ApiError {
    RawRequest get =
        wire(
            "GET",
            "Limit=10&Offset=0",
            "",
            "host",
            HOST,
            "content-type",
            "application/x-www-form-urlencoded");
    SignatureV3 b =
        signature(
            "2018-10-09",
            "content-type;host",
            "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");

    assertThat(SignatureDigests.sha256Hex(canonical(b, get)))
        .isEqualTo("91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7");
    assertThat(b.isRight(get, "1539084154", KEY)).isTrue();
  }

  @Test
  void acceptsThirdSignedHeaderInLowerCase() throws ApiError {
    RawRequest wire =
        wire(
            "POST",
            "",
            BODY,
            "host",
            HOST,
            "content-type",
            "application/json; charset=utf-8",
            "x-tc-action",
            "DescribeInstances");
    SignatureV3 c =
        signature(
            "2019-02-25",
            "content-type;host;x-tc-action",
            "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26");

    String lower =
        c.canonicalRequest(wire, HOST, value -> value.toLowerCase(java.util.Locale.ROOT));
    assertThat(SignatureDigests.sha256Hex(lower))
        .isEqualTo("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84");
    assertThat(c.isRight(wire, "1551113065", KEY)).isTrue();
  }

  @Test
  void acceptsHostSignedWithoutItsPort() throws ApiError {
    RawRequest withPort =
        wire(
            "POST",
            "",
            BODY,
            "host",
            HOST + ":8102",
            "content-type",
            "application/json; charset=utf-8");
    SignatureV3 a = signature("2019-02-25", "content-type;host", A_SIGNATURE);

    assertThat(a.isRight(withPort, "1551113065", KEY)).isTrue();
  }

  @Test
  void refusesAnythingChangedAfterSigning() throws ApiError {
    SignatureV3 a = signature("2019-02-25", "content-type;host", A_SIGNATURE);
    RawRequest otherBody =
        wire(
            "POST",
            "",
            BODY + " ",
            "host",
            HOST,
            "content-type",
            "application/json; charset=utf-8");
    RawRequest otherHost =
        wire("POST", "", BODY, "host", "tcr.x", "content-type", "application/json; charset=utf-8");

    assertThat(a.isRight(otherBody, "1551113065", KEY)).isFalse();
    assertThat(a.isRight(otherHost, "1551113065", KEY)).isFalse();
    assertThat(a.isRight(post, "1551113066", KEY)).isFalse();
    assertThat(a.isRight(post, "1551113065", KEY.replace('G', 'H'))).isFalse();
  }

  @Test
  void holdsTheScopeToTheUtcDateOfTheTimestamp() throws ApiError {
    SignatureV3 a = signature("2019-02-25", "content-type;host", A_SIGNATURE);

    assertThat(a.isDated(Instant.ofEpochSecond(1551113065))).isTrue();
    assertThat(a.isDated(Instant.parse("2019-02-26T00:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SKIP",
        "Bearer x",
        "TC3-HMAC-SHA1 Credential=a/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host,"
            + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
        "TC3-HMAC-SHA256 Credential=a/2019-02-25/tc3_request, SignedHeaders=content-type;host,"
            + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
        "TC3-HMAC-SHA256 Credential=a/2019-02-25/cvm/tc3_request, SignedHeaders=host,"
            + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
        "TC3-HMAC-SHA256 Credential=a/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host,"
            + " Signature=72E494"
      })
  void refusesOtherForms(String authorization) {
    assertThatThrownBy(() -> SignatureV3.parse(authorization))
        .isInstanceOfSatisfying(
            ApiError.class,
            e -> assertThat(e.code()).isEqualTo("AuthFailure.InvalidAuthorization"));
  }

  @Test
  void acceptsAnyServiceTextInTheScope() throws ApiError {
    SignatureV3 local =
        SignatureV3.parse(
            "TC3-HMAC-SHA256 Credential=a/2019-02-25/localhost:18431/tc3_request,"
                + " SignedHeaders=content-type;host, Signature="
                + A_SIGNATURE);

    assertThat(local.service()).isEqualTo("localhost:18431");
  }
}
