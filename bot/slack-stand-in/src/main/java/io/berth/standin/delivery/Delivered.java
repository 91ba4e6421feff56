// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.Optional;

/**
 * How a delivery ended.
 *
 * @param n its number in the log
 * @param status the bot's HTTP status, 0 when none came
 * @param millis how long it took
 * @param error {@code operation_timeout} or {@code dispatch_failed}; none when acknowledged
 * @param fault what was wrong with it on purpose
 * @param type the Content-Type of the acknowledgement
 * @param body the acknowledgement; empty when none came in time
 */
public record Delivered(
    int n,
    int status,
    long millis,
    Optional<String> error,
    Optional<String> fault,
    String type,
    byte[] body) {

  /** Whether the bot acknowledged it in time. */
  public boolean ok() {
    return error.isEmpty();
  }

  /** For scripts: everything but the body. */
  public ObjectNode toJson() {
    ObjectNode tree = JsonTrees.object().put("n", n).put("status", status).put("millis", millis);
    tree.put("result", error.orElse("acknowledged"));
    fault.ifPresent(word -> tree.put("fault", word));
    return tree;
  }
}
