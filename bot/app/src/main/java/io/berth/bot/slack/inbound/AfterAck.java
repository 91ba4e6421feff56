// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import io.berth.bot.slack.cards.EphemeralReply;
import io.berth.bot.slack.cards.Message;
import io.berth.bot.slack.outbound.Sent;
import io.berth.bot.slack.outbound.SlackApi;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What happens once a click is acknowledged: a word to the one who clicked, a form, a fresh card.
 */
final class AfterAck {
  private final SlackApi api;
  private final Executor afterwards;

  /**
   * @param afterwards runs what calls Slack, outside the three seconds of the click
   */
  AfterAck(SlackApi api, Executor afterwards) {
    this.api = api;
    this.afterwards = afterwards;
  }

  /** Does something later. */
  void later(Runnable work) {
    afterwards.execute(work);
  }

  /** Opens a form, within the three seconds that the click's trigger is good for. */
  Sent open(Click click, Map<String, Object> view) {
    return api.open(click.trigger(), view);
  }

  /** Puts another text in the message that was clicked. */
  void update(Click click, Message message) {
    api.update(click.channel(), click.ts(), message);
  }

  /**
   * Tells the one who clicked, and nobody else; through the bot's token, never through a URL of the
   * payload.
   */
  void tell(Click click, String plain) {
    later(() -> api.whisper(click.channel(), click.user(), EphemeralReply.text(plain)));
  }
}
