// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.ledger.model.Origin;

/**
 * Who wants something, taken by the door from a verified payload and from nothing else.
 *
 * @param workspace the Slack team id, e.g. {@code T0BERTH}
 * @param userId the Slack user id, or {@code webhook:NAME} for a program
 * @param channelId where the answer will be read; empty when there is no such place
 */
public record Requester(String workspace, String userId, String channelId) {
  boolean isProgram() {
    return userId.startsWith(Origin.PROGRAM);
  }
}
