// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of both signatures, SHA-256 and SHA-1, which every Java has. */
final class Hashes {
  private static final HexFormat HEX = HexFormat.of();

  private Hashes() {}

  static String sha256Hex(byte[] bytes) {
    return hash("SHA-256", bytes);
  }

  static String sha1Hex(String text) {
    return hash("SHA-1", text.getBytes(UTF_8));
  }

  static byte[] hmac(byte[] key, String text) {
    return hmac("HmacSHA256", key, text);
  }

  static String hmacSha1Hex(String key, String text) {
    return hex(hmac("HmacSHA1", key.getBytes(UTF_8), text));
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return hex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }
}
