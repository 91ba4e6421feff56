// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Terms;
import io.berth.bot.command.Ask;
import java.time.Instant;
import java.util.Objects;

/**
 * A request about to be stored. Terms that need no approval store it as APPROVED at once.
 *
 * @param id 26 characters, Crockford base 32
 * @param channel where it was asked (a Slack channel id), empty for a webhook
 * @param dedupeKey names the delivery that asked (Slack trigger, webhook id): a second submission
 *     with the same key finds the first request instead of storing another
 * @param expiresAt until when votes are counted; an approval, once given, is valid equally long
 */
public record NewRequest(
    String id,
    Ask ask,
    String requester,
    String workspace,
    String channel,
    Terms terms,
    String dedupeKey,
    Instant expiresAt) {

  public NewRequest {
    Objects.requireNonNull(id);
    Objects.requireNonNull(ask);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(dedupeKey);
  }
}
