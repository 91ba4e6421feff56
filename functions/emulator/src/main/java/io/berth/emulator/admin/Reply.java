// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the admin API answers: an HTTP status and JSON. */
record Reply(int status, JsonNode body) {
  static Reply ok(JsonNode body) {
    return new Reply(200, body);
  }

  /**
   * A refusal that names the field (or {@code path}, {@code method}, {@code body}) and the rule.
   */
  static Reply refused(int status, String field, String rule) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("field", field).put("rule", rule);
    return new Reply(status, body);
  }
}
