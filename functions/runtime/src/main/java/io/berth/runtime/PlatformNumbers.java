// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

/** Numbers in the platform's headers; a missing or unreadable one is 0. */
final class PlatformNumbers {
  /** No SCF function runs longer (900 s), and none is given less than a second. */
  private static final long LONGEST_SECONDS = 900;

  private PlatformNumbers() {}

  static long of(Headers platform, String name) {
    try {
      return Math.max(0, Long.parseLong(platform.first(name).orElse("0").trim()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * {@code x-scf-timeout} in milliseconds. Its unit is not documented: up to 900 it can only be
   * meant as seconds, above only as milliseconds.
   */
  static long limitMillis(Headers platform) {
    long value = of(platform, "x-scf-timeout");
    return value <= LONGEST_SECONDS ? value * 1_000 : value;
  }
}
