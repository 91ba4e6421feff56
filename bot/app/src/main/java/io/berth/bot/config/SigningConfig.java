// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.text.Secret;
import io.berth.yaml.YamlMapping;
import java.time.Duration;
import java.util.List;

/**
 * How approvals are signed and how long people have to give them.
 *
 * @param keyId the name under which the functions know the public key
 * @param signingKey the Ed25519 private key, PKCS#8 in base64
 * @param expires how long a request waits for its approvals
 */
public record SigningConfig(String keyId, Secret signingKey, Duration expires) {
  static final List<String> KEYS = List.of("key_id", "signing_key", "expires");

  static SigningConfig read(YamlMapping in) {
    in.allowOnly(KEYS);
    String keyId = in.requiredText("key_id");
    if (!keyId.isEmpty() && !keyId.matches("[A-Za-z0-9_-]{1,32}")) {
      in.refuse("key_id", "must be 1 to 32 letters, digits, '_' and '-'");
    }
    Secret key = in.secret("signing_key");
    if (!key.isBlank() && !isKey(keyId, key)) {
      in.refuse("signing_key", "is not an Ed25519 private key in base64 of PKCS#8");
    }
    Duration expires =
        in.duration("expires", Duration.ofMinutes(5), Duration.ofHours(720))
            .orElse(Duration.ofHours(24));
    return new SigningConfig(keyId, key, expires);
  }

  private static boolean isKey(String keyId, Secret key) {
    try {
      new ApprovalSigner(keyId, key);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
