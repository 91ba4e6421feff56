// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When it was asked.
 *
 * @param expiresAt until when votes are counted
 * @param approvedAt when the last vote that was needed came
 */
public record Times(Instant createdAt, Instant expiresAt, Optional<Instant> approvedAt) {
  /** An approval, once given, is valid as long as the request was open for votes. */
  public Optional<Instant> approvedUntil() {
    return approvedAt.map(at -> at.plus(Duration.between(createdAt, expiresAt)));
  }
}
