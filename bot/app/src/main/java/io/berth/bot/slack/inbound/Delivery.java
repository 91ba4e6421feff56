// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

/**
 * What Slack delivered, as far as one must know before anybody acts on it.
 *
 * @param workspace the team that the delivery is about
 * @param home the clicking person's own team, the same unless a channel is shared between companies
 * @param user who typed or clicked; empty for events
 */
record Delivery(Interaction interaction, String workspace, String home, String user) {
  enum Interaction {
    /** A slash command. */
    COMMAND,
    /** A button of ours. */
    CLICK,
    /** A form of ours, sent. */
    FORM,
    /** Slack's question whether this address is ours, or an event. */
    EVENT
  }
}
