// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.util.List;
import java.util.function.Consumer;

/** Takes blocks and views in: checks Slack's limits and adds the ids that the app left out. */
public final class BlockKit {
  private static final int MESSAGE_BLOCKS = 50;
  private static final int VIEW_BLOCKS = 100;
  private static final int VIEW_BYTES = 250_000;

  private BlockKit() {}

  /** Blocks of a message; absent ones are an empty list. */
  public static ArrayNode message(JsonNode given) throws SlackError {
    if (given.isMissingNode() || given.isNull()) {
      return JsonTrees.array();
    }
    if (!given.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    Complaints complaints = new Complaints();
    new BlockRules(complaints).check(given, MESSAGE_BLOCKS);
    if (!complaints.sentences().isEmpty()) {
      throw new SlackError("invalid_blocks", complaints.sentences());
    }
    return completed(given);
  }

  /** A view of the given type, {@code modal} or {@code home}. */
  public static ObjectNode view(JsonNode given, String type) throws SlackError {
    if (!given.isObject()) {
      throw new SlackError(
          "invalid_arguments", List.of("[ERROR] missing required field: view [json-pointer:]"));
    }
    if (JsonTrees.bytes(given).length > VIEW_BYTES) {
      throw new SlackError("view_too_large");
    }
    Complaints complaints = new Complaints();
    checkView(given, type, complaints);
    if (!complaints.sentences().isEmpty()) {
      throw new SlackError("invalid_arguments", complaints.sentences());
    }
    ObjectNode view = given.deepCopy();
    view.set("blocks", completed(given.path("blocks")));
    return view;
  }

  private static void checkView(JsonNode view, String type, Complaints complaints) {
    if (!view.path("type").asText().equals(type)) {
      complaints.add("/view/type", "must be " + type);
    }
    complaints.text(view, "/view", "private_metadata", 3000, false);
    complaints.text(view, "/view", "callback_id", 255, false);
    complaints.text(view, "/view", "external_id", 255, false);
    if (type.equals("modal")) {
      complaints.textObject(view, "/view", "title", 24, true);
      for (String button : new String[] {"submit", "close"}) {
        if (view.hasNonNull(button)) {
          complaints.textObject(view, "/view", button, 24, true);
        }
      }
    }
    if (complaints.list(view, "/view", "blocks", 0, VIEW_BLOCKS)) {
      new BlockRules(complaints).check(view.path("blocks"), VIEW_BLOCKS);
      submitForInputs(view, type, complaints);
    }
  }

  private static void submitForInputs(JsonNode view, String type, Complaints complaints) {
    boolean inputs = view.path("blocks").findValuesAsText("type").contains("input");
    if (inputs && type.equals("modal") && !view.hasNonNull("submit")) {
      complaints.add("/view/submit", "a submit button is required when there are inputs");
    }
  }

  private static ArrayNode completed(JsonNode blocks) {
    ArrayNode copy = blocks.deepCopy();
    int index = 0;
    for (JsonNode block : copy) {
      fill((ObjectNode) block, "block_id", "b" + index);
      int inside = index++;
      forEachElement(block, element -> fill(element, "action_id", "a" + inside));
    }
    return copy;
  }

  /** Visits the elements of a block that people can use. */
  static void forEachElement(JsonNode block, Consumer<ObjectNode> visitor) {
    if (block.path("type").asText().equals("actions")) {
      block.path("elements").forEach(element -> visitor.accept((ObjectNode) element));
    }
    for (String place : new String[] {"accessory", "element"}) {
      if (block.path(place) instanceof ObjectNode element
          && !element.path("type").asText().equals("image")) {
        visitor.accept(element);
      }
    }
  }

  private static void fill(ObjectNode owner, String field, String id) {
    if (owner.path(field).asText("").isEmpty()) {
      owner.put(field, id);
    }
  }
}
