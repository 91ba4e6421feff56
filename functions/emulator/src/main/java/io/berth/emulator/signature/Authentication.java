// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import io.berth.emulator.error.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who sent a request: form, key, clock, signature and token, in this order (inferred). */
public final class Authentication {
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final Keys keys;
  private final Clock clock;

  public Authentication(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The SecretId, when everything about it is right. */
  public String secretId(CommonParameters asked) throws ApiError {
    return asked.v3() ? v3(asked) : v1(asked);
  }

  private String v3(CommonParameters asked) throws ApiError {
    RawRequest wire = asked.wire();
    SignatureV3 signature = SignatureV3.parse(wire.header("authorization").orElse(""));
    String media = asked.texts() ? "application/x-www-form-urlencoded" : "application/json";
    if (!wire.mediaType().equals(media)) {
      throw new ApiError(
          "InvalidRequest",
          "A "
              + wire.method()
              + " with signature version 3 must have the Content-Type "
              + media
              + ".");
    }
    Keys.AcceptedKey key = keys.require(signature.secretId());
    Instant timestamp = fresh(asked);
    String text = asked.required("Timestamp");
    if (!signature.isDated(timestamp) || !signature.isRight(wire, text, key.secretKey())) {
      throw wrong();
    }
    return withToken(signature.secretId(), key, asked);
  }

  private String v1(CommonParameters asked) throws ApiError {
    String secretId = asked.required("SecretId");
    asked.required("Signature");
    if (!asked.required("Nonce").matches("[0-9]{1,20}")) {
      throw ApiError.wrongType("Nonce");
    }
    Keys.AcceptedKey key = keys.require(secretId);
    fresh(asked);
    String host = asked.wire().header("host").orElse("");
    SignatureV1 signature = new SignatureV1(asked.pairs());
    if (!signature.isRight(asked.wire().method(), host, key.secretKey())) {
      throw wrong();
    }
    return withToken(secretId, key, asked);
  }

  private Instant fresh(CommonParameters asked) throws ApiError {
    Instant timestamp = asked.timestamp();
    Duration age = Duration.between(timestamp, clock.instant());
    if (age.abs().compareTo(WINDOW) > 0) {
      throw new ApiError(
          "AuthFailure.SignatureExpire",
          "The signature has expired: its timestamp is "
              + age.abs().toSeconds()
              + " seconds "
              + (age.isNegative() ? "ahead of" : "behind")
              + " the server's clock, more than "
              + WINDOW.toSeconds()
              + ". Please check your clock.");
    }
    return timestamp;
  }

  private static ApiError wrong() {
    return new ApiError(
        "AuthFailure.SignatureFailure",
        "The provided credentials could not be validated."
            + " Please check your signature is correct.");
  }

  private static String withToken(String secretId, Keys.AcceptedKey key, CommonParameters asked)
      throws ApiError {
    Optional<String> token = asked.common("Token").filter(text -> !text.isEmpty());
    if (!key.fits(token)) {
      throw new ApiError(
          "AuthFailure.TokenFailure", "The token does not belong to this key, or is missing.");
    }
    return secretId;
  }
}
