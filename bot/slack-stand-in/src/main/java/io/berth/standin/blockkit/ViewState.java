// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.SlackError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person filled into a form, checked as Slack's own client checks it before anything is
 * sent.
 *
 * @param values {@code state.values}: by block id, then action id
 * @param problems sentence by block id; empty when it may be sent
 */
public record ViewState(ObjectNode values, Map<String, String> problems) {

  /**
   * Reads the values given for a view.
   *
   * @param given by block id then action id; or short, by block id or action id alone
   */
  public static ViewState of(JsonNode blocks, JsonNode given) {
    ObjectNode values = JsonTrees.object();
    Map<String, String> problems = new LinkedHashMap<>();
    for (BlockElement element : BlockElement.in(blocks)) {
      if (!element.type().equals("button")) {
        read(element, given, values, problems);
      }
    }
    return new ViewState(values, problems);
  }

  private static void read(
      BlockElement element, JsonNode given, ObjectNode values, Map<String, String> problems) {
    try {
      ObjectNode state = ElementValue.state(element.element(), raw(element, given));
      values.withObjectProperty(element.blockId()).set(element.actionId(), state);
      problem(element, state).ifPresent(sentence -> problems.put(element.blockId(), sentence));
    } catch (SlackError refused) {
      problems.put(element.blockId(), label(element) + ": " + refused.getMessage());
    }
  }

  private static Optional<String> problem(BlockElement element, ObjectNode state) {
    boolean optional = element.block().path("optional").asBoolean(false);
    if (element.input() && !optional && ElementValue.blank(state)) {
      return Optional.of("Please complete this required field.");
    }
    int length = state.path("value").asText("").length();
    int least = element.element().path("min_length").asInt(0);
    if (length > 0 && length < least) {
      return Optional.of("Please enter at least %d characters.".formatted(least));
    }
    int most = element.element().path("max_length").asInt(3000);
    return length > most
        ? Optional.of("Please enter at most %d characters.".formatted(most))
        : Optional.empty();
  }

  private static JsonNode raw(BlockElement element, JsonNode given) {
    JsonNode inBlock = given.path(element.blockId());
    if (inBlock.isObject()) {
      return inBlock.path(element.actionId());
    }
    return inBlock.isMissingNode() ? given.path(element.actionId()) : inBlock;
  }

  private static String label(BlockElement element) {
    return element.block().at("/label/text").asText(element.actionId());
  }
}
