// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The key of one UTC day and service; the secret key itself signs nothing else (Tencent Cloud API
 * 3.0, Signature v3, "Calculate the Signature"). Not a record: its bytes must not get into a text.
 */
final class SigningKey {
  private final byte[] bytes;
  private final String scope;

  private SigningKey(byte[] bytes, String scope) {
    this.bytes = bytes;
    this.scope = scope;
  }

  static SigningKey of(String secretKey, Instant at, String service) {
    // UTC whatever the machine's zone: a local date fails for part of every day.
    String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    byte[] day = hmac(("TC3" + secretKey).getBytes(UTF_8), date);
    byte[] key = hmac(hmac(day, service), "tc3_request");
    return new SigningKey(key, date + "/" + service + "/tc3_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    return Digests.hmacSha256(key, text.getBytes(UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  /** {@code <UTC date>/<service>/tc3_request}. */
  String scope() {
    return scope;
  }
}
