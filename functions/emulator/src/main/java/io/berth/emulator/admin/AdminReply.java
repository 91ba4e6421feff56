// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the admin API answers.
 *
 * @param status the HTTP status
 * @param type the Content-Type
 * @param body as it goes out
 * @param headers further ones
 */
record AdminReply(int status, String type, byte[] body, Map<String, String> headers) {
  static AdminReply ok(JsonNode body) {
    return json(200, body);
  }

  /** A body that is no JSON. */
  static AdminReply ok(String type, byte[] body) {
    return new AdminReply(200, type, body, Map.of());
  }

  /** A body that is a text. */
  static AdminReply ok(String type, String body) {
    return ok(type, body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A refusal that names the field (or {@code path}, {@code method}, {@code body}) and the rule.
   */
  static AdminReply refused(int status, String field, String rule) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("field", field).put("rule", rule);
    return json(status, body);
  }

  /** The other place to look. */
  static AdminReply moved(String location) {
    return new AdminReply(
        308, "text/plain; charset=utf-8", new byte[0], Map.of("Location", location));
  }

  /** The same with these headers besides. */
  AdminReply with(Map<String, String> more) {
    return new AdminReply(status, type, body, Map.copyOf(more));
  }

  private static AdminReply json(int status, JsonNode body) {
    return new AdminReply(status, "application/json", StrictJson.write(body), Map.of());
  }
}
