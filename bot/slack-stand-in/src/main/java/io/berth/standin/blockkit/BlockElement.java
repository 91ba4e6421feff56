// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An element that people can use, and where it stands.
 *
 * @param blockId the id of its block
 * @param input whether it belongs to an input block
 * @param block the whole block
 * @param element the element itself
 */
public record BlockElement(String blockId, boolean input, JsonNode block, ObjectNode element) {

  /** The element's action id. */
  public String actionId() {
    return element.path("action_id").asText();
  }

  /** Slack's name of the kind of element, such as {@code button}. */
  public String type() {
    return element.path("type").asText();
  }

  /** All elements, in the order in which one reads them. */
  public static List<BlockElement> in(JsonNode blocks) {
    List<BlockElement> elements = new ArrayList<>();
    for (JsonNode block : blocks) {
      String blockId = block.path("block_id").asText();
      boolean input = block.path("type").asText().equals("input");
      forEach(block, one -> elements.add(new BlockElement(blockId, input, block, one)));
    }
    return elements;
  }

  /** The element with this action id; of several buttons the one with this value. */
  public static Optional<BlockElement> find(
      JsonNode blocks, String actionId, Optional<String> value) {
    return in(blocks).stream()
        .filter(one -> one.actionId().equals(actionId) && one.fits(value))
        .findFirst();
  }

  /** The action ids there are, for a helpful refusal. */
  public static String actionIds(JsonNode blocks) {
    String ids = in(blocks).stream().map(BlockElement::actionId).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "none" : ids;
  }

  /** Visits the elements of one block that people can use. */
  static void forEach(JsonNode block, Consumer<ObjectNode> visitor) {
    if (block.path("type").asText().equals("actions")) {
      block.path("elements").forEach(element -> visitor.accept((ObjectNode) element));
    }
    for (String field : new String[] {"accessory", "element"}) {
      if (block.path(field) instanceof ObjectNode element
          && !element.path("type").asText().equals("image")) {
        visitor.accept(element);
      }
    }
  }

  private boolean fits(Optional<String> value) {
    return !type().equals("button")
        || value.map(element.path("value").asText()::equals).orElse(true);
  }
}
