// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.StrictJson;
import java.util.Map;

/**
 * What the admin API answers.
 *
 * @param status the HTTP status
 * @param type the Content-Type
 * @param body as it goes out
 * @param headers further ones
 */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  /** A body that is no JSON. */
  static Reply ok(String type, byte[] body) {
    return new Reply(200, type, body, Map.of());
  }

  /**
   * A refusal that names the field (or {@code path}, {@code method}, {@code body}) and the rule.
   */
  static Reply refused(int status, String field, String rule) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("field", field).put("rule", rule);
    return json(status, body);
  }

  /** The other place to look. */
  static Reply moved(String location) {
    return new Reply(308, "text/plain; charset=utf-8", new byte[0], Map.of("Location", location));
  }

  /** The same with these headers besides. */
  Reply with(Map<String, String> more) {
    return new Reply(status, type, body, Map.copyOf(more));
  }

  private static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json", StrictJson.write(body), Map.of());
  }
}
