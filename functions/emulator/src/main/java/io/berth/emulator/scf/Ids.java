// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes the ids that SCF gives out. */
final class Ids {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final SecureRandom random;

  Ids(SecureRandom random) {
    this.random = random;
  }

  /** A request id: a random UUID. */
  String requestId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    ByteBuffer halves = ByteBuffer.wrap(bytes);
    long high = halves.getLong() & ~0xf000L | VERSION_4;
    long low = halves.getLong() & ~0xc000000000000000L | VARIANT;
    return new UUID(high, low).toString();
  }

  /** A function's id: {@code lam-} and 8 characters. */
  String functionId() {
    StringBuilder id = new StringBuilder("lam-");
    for (int i = 0; i < 8; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
