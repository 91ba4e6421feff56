// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;

/** Whether a click came from the message that Berth posted, and not from a copy of it. */
final class Places {
  private final Ledger ledger;
  private final String approvalsChannel;

  Places(Ledger ledger, String approvalsChannel) {
    this.ledger = ledger;
    this.approvalsChannel = approvalsChannel;
  }

  /**
   * From the request's card. Somebody may be faster than our note of having posted it: then it must
   * at least be in the approvers' channel.
   */
  boolean isCard(Click click, Request asked) {
    return ledger
        .posted(asked.id(), Audience.CARD)
        .map(new Posted(click.channel(), click.ts())::equals)
        .orElseGet(() -> click.channel().equals(approvalsChannel));
  }

  /** From the requester's direct messages, in which several messages may be about one request. */
  boolean isDirect(Click click, Request asked) {
    return ledger
        .posted(asked.id(), Audience.REQUESTER)
        .map(posted -> posted.channel().equals(click.channel()))
        .orElseGet(() -> click.channel().startsWith("D"));
  }
}
