// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.time.Duration;

/**
 * The platform's own bounds that a function cannot set.
 *
 * @param instancesPerFunction how many processes one function may have; one more call is refused
 *     with 432 instead of waiting [I]
 * @param idle after how long without a call an instance is ended, on the emulator's clock [I]
 * @param grace what an instance gets between SIGTERM and SIGKILL
 * @param tick how often output is collected and idle instances are looked for
 */
public record PlatformLimits(
    int instancesPerFunction, Duration idle, Duration grace, Duration tick) {
  /** What the emulator runs with. */
  public static final PlatformLimits DEFAULT =
      new PlatformLimits(10, Duration.ofMinutes(10), Duration.ofSeconds(2), Duration.ofMillis(50));

  /** Request and response of a synchronous call: 6 MB each way (SCF, Quota Limits). */
  public static final int PAYLOAD_BYTES = 6 * 1024 * 1024;
}
