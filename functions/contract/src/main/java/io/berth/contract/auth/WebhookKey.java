// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A secret of Standard Webhooks 1.0.0: {@code whsec_} and base64 of 24 to 64 random bytes. */
public final class WebhookKey {
  private static final String PREFIX = "whsec_";

  private WebhookKey() {}

  /** A new secret of 32 bytes. */
  public static Secret generate(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Secret.of(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** Whether the secret has the form. */
  public static boolean isWellFormed(Secret secret) {
    return decode(secret).isPresent();
  }

  static byte[] bytes(Secret secret) {
    return decode(secret)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a webhook secret must be whsec_ and base64 of 24 to 64 bytes"));
  }

  private static Optional<byte[]> decode(Secret secret) {
    String text = secret.reveal();
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return Optional.of(bytes).filter(b -> b.length >= 24 && b.length <= 64);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
