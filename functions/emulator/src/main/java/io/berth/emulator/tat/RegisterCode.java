// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import java.time.Instant;
import java.util.Optional;

/**
 * One register code. Its value is in the answer of CreateRegisterCode and nowhere else.
 *
 * @param expiresAt far away for a permanent one
 * @param disabledAt when somebody disabled it
 */
record RegisterCode(
    String id,
    String region,
    String description,
    String instanceNamePrefix,
    long registerLimit,
    String ipAddressRange,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> disabledAt) {

  /** Inferred from the document's example: a code that has expired shows as not enabled. */
  boolean isEnabled(Instant now) {
    return disabledAt.isEmpty() && now.isBefore(expiresAt);
  }

  /** Disabling twice changes nothing. */
  RegisterCode disabled(Instant now) {
    return new RegisterCode(
        id,
        region,
        description,
        instanceNamePrefix,
        registerLimit,
        ipAddressRange,
        createdAt,
        expiresAt,
        Optional.of(disabledAt.orElse(now)));
  }
}
