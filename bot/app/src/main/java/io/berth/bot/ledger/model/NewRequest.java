// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import io.berth.bot.approval.Terms;
import io.berth.bot.kind.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A request about to be stored. Terms that need no approval store it as APPROVED at once.
 *
 * @param id 26 characters, Crockford base 32
 * @param dedupeKey names the delivery that asked (Slack trigger, webhook id): a second submission
 *     with the same key finds the first request instead of storing another
 * @param expiresAt until when votes are counted; an approval, once given, is valid equally long
 */
public record NewRequest(
    String id, List<Spec> parts, Origin origin, Terms terms, String dedupeKey, Instant expiresAt) {
  public NewRequest {
    Objects.requireNonNull(id);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(dedupeKey);
    parts = List.copyOf(parts);
  }
}
