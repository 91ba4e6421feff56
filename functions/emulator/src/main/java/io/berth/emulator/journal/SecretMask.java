// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.berth.emulator.text.Excerpt;
import java.util.Map;
import java.util.Set;

/** Parameters as the journal may keep them: secrets masked, long texts and lists cut. */
final class SecretMask {
  // Environment holds a function's secrets; an event may hold anything.
  private static final Set<String> SECRET =
      Set.of(
          "Environment",
          "Event",
          "ClientContext",
          "ZipFile",
          "RegisterCodeValue",
          "ActiveValue",
          "Token",
          "Password");
  private static final int LONGEST_TEXT = 300;
  private static final int LONGEST_LIST = 100;
  private static final TextNode HIDDEN = TextNode.valueOf("***");

  private SecretMask() {}

  static ObjectNode of(ObjectNode parameters) {
    ObjectNode masked = JsonNodeFactory.instance.objectNode();
    int shown = 0;
    for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
      if (shown++ == LONGEST_LIST) {
        break;
      }
      String name = Excerpt.brief(entry.getKey());
      masked.set(name, SECRET.contains(name) ? HIDDEN : masked(entry.getValue()));
    }
    return masked;
  }

  private static JsonNode masked(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return of(object);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < Math.min(array.size(), LONGEST_LIST); i++) {
        masked.add(masked(array.get(i)));
      }
      return masked;
    }
    if (value.isTextual() && value.textValue().length() > LONGEST_TEXT) {
      return TextNode.valueOf("(" + value.textValue().length() + " characters)");
    }
    return value;
  }
}
