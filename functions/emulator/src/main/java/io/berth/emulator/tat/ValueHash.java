// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** The hash of a register code's value. The value is 256 random bits, so one round is enough. */
final class ValueHash {
  // Nothing hashes to it: unknown codes take as long as known ones.
  private static final String NONE = "0".repeat(64);

  private ValueHash() {}

  static String of(String value) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Whether this is the code's value, in constant time; never for no code. */
  static boolean fits(Optional<StoredRegisterCode> code, String value) {
    String expected = code.map(StoredRegisterCode::valueHash).orElse(NONE);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII),
        of(value).getBytes(StandardCharsets.US_ASCII));
  }
}
