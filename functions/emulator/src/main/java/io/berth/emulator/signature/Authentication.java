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

  /**
   * @param clock which timestamps are held against
   */
  public Authentication(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The SecretId, when everything about it is right. */
  public String secretId(CommonParameters common) throws ApiError {
    return common.v3() ? v3(common) : v1(common);
  }

  private String v3(CommonParameters common) throws ApiError {
    RawRequest request = common.request();
    SignatureV3 signature = SignatureV3.parse(request.header("authorization").orElse(""));
    String media = common.texts() ? "application/x-www-form-urlencoded" : "application/json";
    if (!request.mediaType().equals(media)) {
      throw new ApiError(
          "InvalidRequest",
          "A %s with signature version 3 must have the Content-Type %s."
              .formatted(request.method(), media));
    }
    Keys.AcceptedKey key = keys.require(signature.secretId());
    Instant timestamp = fresh(common);
    String text = common.required("Timestamp");
    if (!signature.isDated(timestamp) || !signature.isRight(request, text, key.secretKey())) {
      throw wrong();
    }
    return withToken(signature.secretId(), key, common);
  }

  private String v1(CommonParameters common) throws ApiError {
    String secretId = common.required("SecretId");
    common.required("Signature");
    if (!common.required("Nonce").matches("[0-9]{1,20}")) {
      throw ApiError.wrongType("Nonce");
    }
    Keys.AcceptedKey key = keys.require(secretId);
    fresh(common);
    String host = common.request().header("host").orElse("");
    SignatureV1 signature = new SignatureV1(common.pairs());
    if (!signature.isRight(common.request().method(), host, key.secretKey())) {
      throw wrong();
    }
    return withToken(secretId, key, common);
  }

  private Instant fresh(CommonParameters common) throws ApiError {
    Instant timestamp = common.timestamp();
    Duration age = Duration.between(timestamp, clock.instant());
    if (age.abs().compareTo(WINDOW) > 0) {
      throw expired(age);
    }
    return timestamp;
  }

  private static ApiError expired(Duration age) {
    return new ApiError(
        "AuthFailure.SignatureExpire",
        "The signature has expired: its timestamp is %d seconds %s the server's clock, more than %d. Please check your clock."
            .formatted(
                age.abs().toSeconds(),
                age.isNegative() ? "ahead of" : "behind",
                WINDOW.toSeconds()));
  }

  private static ApiError wrong() {
    return new ApiError(
        "AuthFailure.SignatureFailure",
        "The provided credentials could not be validated."
            + " Please check your signature is correct.");
  }

  private static String withToken(String secretId, Keys.AcceptedKey key, CommonParameters common)
      throws ApiError {
    Optional<String> token = common.find("Token").filter(text -> !text.isEmpty());
    if (!key.fits(token)) {
      throw new ApiError(
          "AuthFailure.TokenFailure", "The token does not belong to this key, or is missing.");
    }
    return secretId;
  }
}
