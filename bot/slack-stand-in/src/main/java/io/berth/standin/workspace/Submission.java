// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person filled into a form, checked as Slack's own client checks it before anything is
 * sent.
 *
 * @param values {@code state.values}: by block id, then action id
 * @param problems sentence by block id; empty when it may be sent
 */
public record Submission(ObjectNode values, Map<String, String> problems) {

  /**
   * Reads the values given for a view.
   *
   * @param given by block id then action id; or short, by block id or action id alone
   */
  public static Submission of(JsonNode blocks, JsonNode given) {
    ObjectNode values = JsonTrees.object();
    Map<String, String> problems = new LinkedHashMap<>();
    for (Elements.Place place : Elements.in(blocks)) {
      if (!place.element().path("type").asText().equals("button")) {
        read(place, given, values, problems);
      }
    }
    return new Submission(values, problems);
  }

  private static void read(
      Elements.Place place, JsonNode given, ObjectNode values, Map<String, String> problems) {
    try {
      ObjectNode state = ElementValue.state(place.element(), raw(place, given));
      values.withObjectProperty(place.blockId()).set(place.actionId(), state);
      problem(place, state, problems);
    } catch (SlackError refused) {
      problems.put(place.blockId(), label(place) + ": " + refused.getMessage());
    }
  }

  private static void problem(
      Elements.Place place, ObjectNode state, Map<String, String> problems) {
    JsonNode element = place.element();
    if (place.input()
        && !place.block().path("optional").asBoolean(false)
        && ElementValue.blank(state)) {
      problems.put(place.blockId(), "Please complete this required field.");
    }
    int length = state.path("value").asText("").length();
    if (length > 0 && length < element.path("min_length").asInt(0)) {
      problems.put(
          place.blockId(),
          "Please enter at least " + element.path("min_length").asInt() + " characters.");
    }
    if (length > element.path("max_length").asInt(3000)) {
      problems.put(
          place.blockId(),
          "Please enter at most " + element.path("max_length").asInt(3000) + " characters.");
    }
  }

  private static JsonNode raw(Elements.Place place, JsonNode given) {
    JsonNode inBlock = given.path(place.blockId());
    if (inBlock.isObject()) {
      return inBlock.path(place.actionId());
    }
    return inBlock.isMissingNode() ? given.path(place.actionId()) : inBlock;
  }

  private static String label(Elements.Place place) {
    return place.block().path("label").path("text").asText(place.actionId());
  }
}
