// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and SHA-1, with a key (HMAC) and without, which every JDK has. */
public final class Digests {
  private static final HexFormat HEX = HexFormat.of();

  private Digests() {}

  public static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  /** In lower case. */
  public static String sha256Hex(byte[] bytes) {
    return hex(sha256(bytes));
  }

  /** Of the text's UTF-8, without padding. */
  public static String sha256Base64Url(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text.getBytes(UTF_8)));
  }

  /** Over the parts one after another. */
  public static byte[] hmacSha256(byte[] key, byte[]... parts) {
    return hmac("HmacSHA256", key, parts);
  }

  /** Of the text's UTF-8, in lower case; for signatures that ask for SHA-1. */
  public static String sha1Hex(String text) {
    return hex(digest("SHA-1", text.getBytes(UTF_8)));
  }

  /** Of the UTF-8 of both, in lower case; for signatures that ask for SHA-1. */
  public static String hmacSha1Hex(String key, String text) {
    return hex(hmac("HmacSHA1", key.getBytes(UTF_8), text.getBytes(UTF_8)));
  }

  /** The bytes in lower case. */
  public static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
