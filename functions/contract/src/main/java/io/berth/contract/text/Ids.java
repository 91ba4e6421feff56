// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes identifiers from a clock and randomness that are handed in. */
public final class Ids {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;

  private final Clock clock;
  private final SecureRandom random;

  /** Ids of this clock and this randomness. */
  public Ids(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new ULID: 26 characters, the first ten of them the time, so that ids sort by age. */
  public String requestId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(clock.millis() << 16).array();
    System.arraycopy(time, 0, bytes, 0, 6);
    // A ULID has 130 bits of room for 128 of value, so its first character carries two bits less.
    return base32(shiftedRight2(bytes));
  }

  /** A random UUID in lower case. */
  public String uuid() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long high = (buffer.getLong() & ~0xF000L) | 0x4000L;
    long low = (buffer.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /** Whether the text has the form of a request id. */
  public static boolean isRequestId(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> CROCKFORD.indexOf(c) >= 0);
  }

  /** The first 130 bits as 26 characters. */
  public static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      int bit = i * 5;
      int pair =
          (bytes[bit / 8] & 255) << 8 | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 255 : 0);
      text.append(CROCKFORD.charAt(pair >> (11 - bit % 8) & 31));
    }
    return text.toString();
  }

  private static byte[] shiftedRight2(byte[] bytes) {
    byte[] shifted = new byte[bytes.length + 1];
    for (int i = 0; i <= bytes.length; i++) {
      int left = i == 0 ? 0 : bytes[i - 1] & 255;
      int own = i == bytes.length ? 0 : bytes[i] & 255;
      shifted[i] = (byte) (left << 6 | own >> 2);
    }
    return shifted;
  }
}
