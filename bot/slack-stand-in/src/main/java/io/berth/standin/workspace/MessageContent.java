// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param text the fallback text, possibly empty
 * @param blocks checked blocks, possibly none
 * @param metadata the app's own data, given back by the history methods on demand
 */
public record MessageContent(String text, ArrayNode blocks, Optional<ObjectNode> metadata) {

  /** Whether there is nothing to see. */
  public boolean empty() {
    return text.isBlank() && blocks.isEmpty();
  }
}
