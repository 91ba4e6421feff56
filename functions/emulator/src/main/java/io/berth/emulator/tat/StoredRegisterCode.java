// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import java.time.Instant;
import java.util.Optional;

/**
 * One register code. Its value is in the answer of CreateRegisterCode and nowhere else.
 *
 * @param valueHash SHA-256 of the value, lower-case hex
 * @param expiresAt far away for a permanent one
 * @param disabledAt when somebody disabled it
 * @param registeredCount how many machines have used it
 */
record StoredRegisterCode(
    String id,
    String region,
    String valueHash,
    CodeTerms terms,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> disabledAt,
    long registeredCount) {

  /** What it was asked for with (TAT CreateRegisterCode, Input Parameters). */
  record CodeTerms(
      String description, String instanceNamePrefix, long registerLimit, String ipAddressRange) {}

  /** Inferred from the document's example: a code that has expired shows as not enabled. */
  boolean isEnabled(Instant now) {
    return disabledAt.isEmpty() && !isExpired(now);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  boolean isUsedUp() {
    return registeredCount >= terms.registerLimit();
  }

  /** Disabling twice changes nothing. */
  StoredRegisterCode disabled(Instant now) {
    return disabledAt.isPresent() ? this : with(Optional.of(now), registeredCount);
  }

  StoredRegisterCode usedOnceMore() {
    return with(disabledAt, registeredCount + 1);
  }

  private StoredRegisterCode with(Optional<Instant> disabled, long count) {
    return new StoredRegisterCode(
        id, region, valueHash, terms, createdAt, expiresAt, disabled, count);
  }
}
