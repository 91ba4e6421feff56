// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.SlackError;
import java.util.List;

/** Takes blocks and views in: checks Slack's limits and adds the ids that the app left out. */
public final class BlockKit {
  private static final int MESSAGE_BLOCKS = 50;
  private static final int VIEW_BLOCKS = 100;
  private static final int VIEW_BYTES = 250_000;

  private BlockKit() {}

  /** Blocks of a message; absent ones are an empty list. */
  public static ArrayNode messageBlocks(JsonNode given) throws SlackError {
    if (given.isMissingNode() || given.isNull()) {
      return JsonTrees.array();
    }
    if (!given.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    ValidationErrors errors = new ValidationErrors();
    new BlockValidator(errors).check(given, MESSAGE_BLOCKS);
    errors.refuseWith("invalid_blocks");
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
    ValidationErrors errors = new ValidationErrors();
    checkView(given, type, errors);
    errors.refuseWith("invalid_arguments");
    ObjectNode view = given.deepCopy();
    view.set("blocks", completed(given.path("blocks")));
    return view;
  }

  private static void checkView(JsonNode view, String type, ValidationErrors errors) {
    if (!view.path("type").asText().equals(type)) {
      errors.add("/view/type", "must be " + type);
    }
    errors.text(view, "/view", "private_metadata", 3000, false);
    errors.text(view, "/view", "callback_id", 255, false);
    errors.text(view, "/view", "external_id", 255, false);
    if (type.equals("modal")) {
      checkWindow(view, errors);
    }
    if (errors.list(view, "/view", "blocks", 0, VIEW_BLOCKS)) {
      new BlockValidator(errors).check(view.path("blocks"), VIEW_BLOCKS);
      submitForInputs(view, type, errors);
    }
  }

  private static void checkWindow(JsonNode modal, ValidationErrors errors) {
    errors.textObject(modal, "/view", "title", 24, true);
    for (String button : new String[] {"submit", "close"}) {
      if (modal.hasNonNull(button)) {
        errors.textObject(modal, "/view", button, 24, true);
      }
    }
  }

  private static void submitForInputs(JsonNode view, String type, ValidationErrors errors) {
    boolean inputs = view.path("blocks").findValuesAsText("type").contains("input");
    if (inputs && type.equals("modal") && !view.hasNonNull("submit")) {
      errors.add("/view/submit", "a submit button is required when there are inputs");
    }
  }

  private static ArrayNode completed(JsonNode blocks) {
    ArrayNode copy = blocks.deepCopy();
    int index = 0;
    for (JsonNode block : copy) {
      fill((ObjectNode) block, "block_id", "b" + index);
      int inside = index++;
      BlockElement.forEach(block, element -> fill(element, "action_id", "a" + inside));
    }
    return copy;
  }

  private static void fill(ObjectNode owner, String field, String id) {
    if (owner.path(field).asText("").isEmpty()) {
      owner.put(field, id);
    }
  }
}
