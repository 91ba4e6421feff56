// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** New identifiers in the shapes that the cloud gives out. */
public final class Identifiers {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random;

  /** Takes where the randomness comes from. */
  public Identifiers(SecureRandom random) {
    this.random = random;
  }

  /** A random uuid (version 4), lower-case. */
  public String uuid() {
    byte[] bytes = bytes(16);
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | bytes[i] & 0xff;
      low = low << 8 | bytes[i + 8] & 0xff;
    }
    high = high & ~0xf000L | 0x4000L;
    low = low & ~(0xc0L << 56) | 0x80L << 56;
    return new UUID(high, low).toString();
  }

  /** Lower-case letters and digits, e.g. the 8 after {@code tcr-}. */
  public String lower(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LOWER.charAt(random.nextInt(LOWER.length())));
    }
    return text.toString();
  }

  /** Random bytes as lower-case hex, two characters each. */
  public String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
