// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the elements in blocks that people can use. */
public final class Elements {
  private Elements() {}

  /**
   * An element and where it stands.
   *
   * @param blockId the id of its block
   * @param input whether it belongs to an input block
   * @param block the whole block
   * @param element the element itself
   */
  public record Place(String blockId, boolean input, JsonNode block, ObjectNode element) {
    /** The element's action id. */
    public String actionId() {
      return element.path("action_id").asText();
    }
  }

  /** All elements, in the order in which one reads them. */
  public static List<Place> in(JsonNode blocks) {
    List<Place> places = new ArrayList<>();
    for (JsonNode block : blocks) {
      boolean input = block.path("type").asText().equals("input");
      BlockKit.forEachElement(
          block,
          element -> places.add(new Place(block.path("block_id").asText(), input, block, element)));
    }
    return places;
  }

  /** The element with this action id; of several buttons the one with this value. */
  public static Optional<Place> find(JsonNode blocks, String actionId, Optional<String> value) {
    return in(blocks).stream()
        .filter(place -> place.actionId().equals(actionId))
        .filter(place -> fits(place.element(), value))
        .findFirst();
  }

  /** The action ids there are, for a helpful refusal. */
  public static String names(JsonNode blocks) {
    String names = in(blocks).stream().map(Place::actionId).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static boolean fits(JsonNode element, Optional<String> value) {
    return !element.path("type").asText().equals("button")
        || value.map(element.path("value").asText()::equals).orElse(true);
  }
}
