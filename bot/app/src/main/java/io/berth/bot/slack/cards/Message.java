// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import java.util.List;
import java.util.Map;

/**
 * What one message says.
 *
 * @param text for notifications and for clients that show no blocks, escaped
 * @param blocks Block Kit as plain maps
 */
public record Message(String text, List<Map<String, Object>> blocks) {
  public Message {
    blocks = List.copyOf(blocks);
  }
}
