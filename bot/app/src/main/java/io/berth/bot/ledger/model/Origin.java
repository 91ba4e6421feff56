// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Who asked, where, for whom and why.
 *
 * @param requester a Slack user id, or {@code webhook:NAME}
 * @param workspace the Slack team id, or {@code webhook}
 * @param channel where it was asked (a Slack channel id), empty for a webhook
 */
public record Origin(
    String requester,
    String workspace,
    String channel,
    Optional<String> team,
    Optional<String> reason) {
  /** How the requesters begin that are programs. */
  public static final String PROGRAM = "webhook:";

  public Origin {
    Objects.requireNonNull(requester);
    Objects.requireNonNull(workspace);
    Objects.requireNonNull(channel);
  }

  /** Whether a program asked. */
  public boolean isProgram() {
    return requester.startsWith(PROGRAM);
  }
}
