// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash and MAC functions that signatures are made of. */
public final class SignatureDigests {
  private SignatureDigests() {}

  /** SHA-256 in lower-case hex. */
  public static String sha256Hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static String sha256Hex(String text) {
    return sha256Hex(utf8(text));
  }

  /**
   * A MAC over the UTF-8 bytes of a text.
   *
   * @param algorithm a JDK name, {@code HmacSHA1} or {@code HmacSHA256}
   */
  public static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
    }
  }

  /** Whether two texts are equal, in a time that does not tell where they differ. */
  public static boolean same(String expected, String given) {
    return MessageDigest.isEqual(utf8(expected), utf8(given));
  }

  /** A text's bytes. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
