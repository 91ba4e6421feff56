// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The second step of TC3-HMAC-SHA256: a canonical request, a moment and a day's signing key become
 * the {@code Authorization} header (Tencent Cloud API 3.0, Signature v3).
 *
 * @param scope {@code <UTC date>/<service>/tc3_request}
 * @param signedHeaders the names signed, joined by {@code ;}
 * @param hex 64 lower-case hex digits
 */
record Signature(String scope, String signedHeaders, String hex) {
  private static final String ALGORITHM = "TC3-HMAC-SHA256";

  /** Signs; pure, the same input gives the same signature. */
  static Signature of(CanonicalRequest request, Instant at, String service, byte[] signingKey) {
    String scope = date(at) + "/" + service + "/tc3_request";
    String toSign =
        ALGORITHM
            + "\n"
            + at.getEpochSecond()
            + "\n"
            + scope
            + "\n"
            + Hashes.sha256Hex(request.text().getBytes(UTF_8));
    return new Signature(
        scope, request.signedHeaders(), Hashes.hex(Hashes.hmac(signingKey, toSign)));
  }

  /** The key of one UTC day and service; the secret key itself signs nothing else. */
  static byte[] signingKey(String secretKey, LocalDate day, String service) {
    byte[] dayKey = Hashes.hmac(("TC3" + secretKey).getBytes(UTF_8), day.toString());
    return Hashes.hmac(Hashes.hmac(dayKey, service), "tc3_request");
  }

  /** UTC whatever the machine's zone: a local date fails for part of every day. */
  static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  String authorization(String secretId) {
    return ALGORITHM
        + " Credential="
        + secretId
        + "/"
        + scope
        + ", SignedHeaders="
        + signedHeaders
        + ", Signature="
        + hex;
  }
}
