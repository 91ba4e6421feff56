// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.JsonNode;

/** The limits of blocks (Slack, Block Kit reference, blocks). */
final class BlockRules {
  private final Complaints complaints;
  private final ElementRules elements;

  BlockRules(Complaints complaints) {
    this.complaints = complaints;
    this.elements = new ElementRules(complaints);
  }

  /** Checks a list of blocks that stands at {@code /blocks}. */
  void check(JsonNode blocks, int most) {
    if (blocks.size() > most) {
      complaints.add("/blocks", "no more than " + most + " items allowed");
    }
    complaints.unique(blocks, "/blocks", "block_id");
    int index = 0;
    for (JsonNode block : blocks) {
      block(block, "/blocks/" + index++);
    }
  }

  private void block(JsonNode block, String at) {
    complaints.text(block, at, "block_id", 255, false);
    String type = block.path("type").asText();
    switch (type) {
      case "header" -> complaints.textObject(block, at, "text", 150, true);
      case "section" -> section(block, at);
      case "context" -> context(block, at);
      case "actions" -> actions(block, at);
      case "input" -> input(block, at);
      case "image" -> image(block, at);
      case "markdown" -> complaints.text(block, at, "text", 12_000, true);
      case "rich_text" -> complaints.list(block, at, "elements", 1, Integer.MAX_VALUE);
      case "divider" -> {}
      default ->
          complaints.add(at + "/type", "unsupported type: " + (type.isEmpty() ? "(none)" : type));
    }
  }

  private void section(JsonNode block, String at) {
    if (block.has("text")) {
      complaints.textObject(block, at, "text", 3000, false);
    } else if (!block.has("fields")) {
      complaints.add(at, "missing required field: text or fields");
    }
    if (block.has("fields") && complaints.list(block, at, "fields", 1, 10)) {
      int index = 0;
      for (JsonNode field : block.path("fields")) {
        complaints.textObject(field, at + "/fields/" + index++, 2000, false);
      }
    }
    if (block.path("accessory").path("type").asText().equals("image")) {
      image(block.path("accessory"), at + "/accessory");
    } else if (block.has("accessory")) {
      elements.check(block.path("accessory"), at + "/accessory", false);
    }
  }

  private void context(JsonNode block, String at) {
    if (!complaints.list(block, at, "elements", 1, 10)) {
      return;
    }
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String where = at + "/elements/" + index++;
      if (element.path("type").asText().equals("image")) {
        image(element, where);
      } else {
        complaints.textObject(element, where, 3000, false);
      }
    }
  }

  private void actions(JsonNode block, String at) {
    if (!complaints.list(block, at, "elements", 1, 25)) {
      return;
    }
    complaints.unique(block.path("elements"), at + "/elements", "action_id");
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      elements.check(element, at + "/elements/" + index++, false);
    }
  }

  private void input(JsonNode block, String at) {
    complaints.textObject(block, at, "label", 2000, true);
    if (block.has("hint")) {
      complaints.textObject(block, at, "hint", 2000, true);
    }
    if (block.path("element").isObject()) {
      elements.check(block.path("element"), at + "/element", true);
    } else {
      complaints.add(at, "missing required field: element");
    }
  }

  private void image(JsonNode block, String at) {
    complaints.text(block, at, "image_url", 3000, true);
    complaints.text(block, at, "alt_text", 2000, true);
  }
}
