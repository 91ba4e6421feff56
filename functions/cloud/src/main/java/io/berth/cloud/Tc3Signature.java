// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;
import java.time.Instant;

/**
 * The second step of TC3-HMAC-SHA256: a canonical request, a moment and a day's signing key become
 * the {@code Authorization} header (Tencent Cloud API 3.0, Signature v3).
 *
 * @param scope {@code <UTC date>/<service>/tc3_request}
 * @param signedHeaders the names signed, joined by {@code ;}
 * @param hex 64 lower-case hex digits
 */
record Tc3Signature(String scope, String signedHeaders, String hex) {
  private static final String ALGORITHM = "TC3-HMAC-SHA256";

  /** Signs; pure, the same input gives the same signature. */
  static Tc3Signature of(CanonicalRequest request, Instant at, SigningKey key) {
    String toSign =
        ALGORITHM
            + "\n"
            + at.getEpochSecond()
            + "\n"
            + key.scope()
            + "\n"
            + Digests.sha256Hex(request.text().getBytes(UTF_8));
    return new Tc3Signature(
        key.scope(),
        request.signedHeaders(),
        Digests.hex(Digests.hmacSha256(key.bytes(), toSign.getBytes(UTF_8))));
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
