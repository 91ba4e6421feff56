// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import io.berth.contract.text.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The Ed25519 keys of approvals: the bot alone can sign, a function can only check, so that a
 * function's environment is of no use to a forger.
 *
 * @param signingKey base64 of PKCS#8, for the bot
 * @param publicKey base64 of X.509 SubjectPublicKeyInfo, for {@code BERTH_APPROVAL_KEYS}
 */
public record ApprovalKeys(Secret signingKey, String publicKey) {
  private static final String ALGORITHM = "Ed25519";

  /** A new pair. */
  public static ApprovalKeys generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return new ApprovalKeys(
          Secret.of(base64.encodeToString(pair.getPrivate().getEncoded())),
          base64.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads {@code BERTH_APPROVAL_KEYS}: {@code kid:key} separated by {@code ;}.
   *
   * @throws IllegalArgumentException with one sentence that names the entry
   */
  public static Map<String, PublicKey> parse(String text) {
    Map<String, PublicKey> keys = new HashMap<>();
    String[] entries = text.strip().split("\\s*;\\s*");
    for (int i = 0; i < entries.length; i++) {
      String[] parts = entries[i].split(":", -1);
      String where = "BERTH_APPROVAL_KEYS entry " + (i + 1);
      if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9_-]{1,32}")) {
        throw new IllegalArgumentException(where + " must have the form kid:base64-public-key.");
      }
      if (keys.put(parts[0], publicKey(parts[1], where)) != null) {
        throw new IllegalArgumentException(where + " repeats the key id " + parts[0] + ".");
      }
    }
    return Map.copyOf(keys);
  }

  private static PublicKey publicKey(String base64, String where) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(where + " is not an Ed25519 public key in base64.");
    }
  }

  static PrivateKey privateKey(Secret base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64.reveal());
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The approval signing key is not an Ed25519 private key in base64 of PKCS#8.");
    }
  }
}
