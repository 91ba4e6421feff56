// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.Optional;

/**
 * How a delivery ended.
 *
 * @param number its number in the log
 * @param millis how long it took
 * @param fault what was wrong with it on purpose
 * @param acknowledgement what the bot answered
 */
public record DeliveryResult(
    int number, long millis, Optional<String> fault, Acknowledgement acknowledgement) {

  /** {@code operation_timeout} or {@code dispatch_failed}; none when acknowledged in time. */
  public Optional<String> error() {
    return acknowledgement.error();
  }

  /** For scripts: everything but the body. */
  public ObjectNode toJson() {
    ObjectNode tree = JsonTrees.object().put("n", number);
    tree.put("status", acknowledgement.status()).put("millis", millis);
    tree.put("result", error().orElse("acknowledged"));
    fault.ifPresent(word -> tree.put("fault", word));
    return tree;
  }
}
