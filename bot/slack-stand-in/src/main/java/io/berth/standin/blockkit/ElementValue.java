// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.SlackError;
import java.util.Optional;

/** What somebody chose or typed, in the form that Slack writes for each kind of element. */
public final class ElementValue {
  private ElementValue() {}

  /** The entry of {@code state.values} for this element; {@code raw} may be missing. */
  public static ObjectNode state(JsonNode element, JsonNode raw) throws SlackError {
    ObjectNode state = JsonTrees.object().put("type", element.path("type").asText());
    put(state, element, raw);
    return state;
  }

  /** Adds the chosen value under the name Slack uses for this kind of element. */
  public static void put(ObjectNode target, JsonNode element, JsonNode raw) throws SlackError {
    switch (element.path("type").asText()) {
      case "static_select", "radio_buttons", "overflow" -> putOption(target, element, raw);
      case "checkboxes", "multi_static_select" -> putOptions(target, element, raw);
      case "users_select" -> putChoice(target, "user", element, raw);
      case "channels_select" -> putChoice(target, "channel", element, raw);
      case "conversations_select" -> putChoice(target, "conversation", element, raw);
      case "datepicker" -> putChoice(target, "date", element, raw);
      case "timepicker" -> putChoice(target, "time", element, raw);
      case "button" ->
          Optional.ofNullable(element.get("value"))
              .ifPresent(value -> target.put("value", value.asText()));
      default -> target.set("value", text(raw, element, "initial_value"));
    }
  }

  /** Whether such an entry holds nothing. */
  public static boolean blank(ObjectNode state) {
    for (var field : state.properties()) {
      if (!field.getKey().equals("type")) {
        JsonNode value = field.getValue();
        return value.isNull() || value.isArray() && value.isEmpty();
      }
    }
    return true;
  }

  private static void putOption(ObjectNode target, JsonNode element, JsonNode raw)
      throws SlackError {
    JsonNode initial = element.path("initial_option");
    target.set("selected_option", given(raw) ? option(element, raw) : orNull(initial));
  }

  private static void putOptions(ObjectNode target, JsonNode element, JsonNode raw)
      throws SlackError {
    JsonNode initial = element.path("initial_options");
    JsonNode preset = initial.isArray() ? initial.deepCopy() : JsonTrees.array();
    target.set("selected_options", given(raw) ? options(element, raw) : preset);
  }

  private static void putChoice(ObjectNode target, String kind, JsonNode element, JsonNode raw) {
    target.set("selected_" + kind, text(raw, element, "initial_" + kind));
  }

  private static boolean given(JsonNode raw) {
    return !raw.isMissingNode() && !raw.isNull();
  }

  private static ArrayNode options(JsonNode element, JsonNode raw) throws SlackError {
    ArrayNode chosen = JsonTrees.array();
    if (raw.isTextual()) {
      chosen.add(option(element, raw));
    }
    for (JsonNode one : raw) {
      chosen.add(option(element, one));
    }
    return chosen;
  }

  private static JsonNode option(JsonNode element, JsonNode raw) throws SlackError {
    String wanted = raw.asText();
    Optional<JsonNode> found = firstWith(element.path("options"), wanted);
    for (JsonNode group : element.path("option_groups")) {
      found = found.or(() -> firstWith(group.path("options"), wanted));
    }
    return found.orElseThrow(
        () -> new SlackError("no option has the value \"%s\"".formatted(wanted)));
  }

  private static Optional<JsonNode> firstWith(JsonNode options, String value) {
    for (JsonNode option : options) {
      if (option.path("value").asText().equals(value)) {
        return Optional.of(option.deepCopy());
      }
    }
    return Optional.empty();
  }

  private static JsonNode text(JsonNode raw, JsonNode element, String initial) {
    String value = raw.isMissingNode() ? element.path(initial).asText("") : raw.asText("");
    return value.isEmpty() || raw.isNull()
        ? JsonTrees.object().nullNode()
        : JsonTrees.object().textNode(value);
  }

  private static JsonNode orNull(JsonNode node) {
    return node.isMissingNode() ? JsonTrees.object().nullNode() : node.deepCopy();
  }
}
