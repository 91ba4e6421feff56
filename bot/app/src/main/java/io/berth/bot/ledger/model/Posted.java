// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

/**
 * The message that tells one audience about one request.
 *
 * @param ts Slack's message timestamp, unique within the channel
 */
public record Posted(String channel, String ts) {}
