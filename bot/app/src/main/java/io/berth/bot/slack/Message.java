// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import java.util.List;
import java.util.Map;

/**
 * What one message says.
 *
 * @param text for notifications and for clients that show no blocks, escaped
 * @param blocks Block Kit as plain maps
 */
record Message(String text, List<Map<String, Object>> blocks) {
  Message {
    blocks = List.copyOf(blocks);
  }
}
