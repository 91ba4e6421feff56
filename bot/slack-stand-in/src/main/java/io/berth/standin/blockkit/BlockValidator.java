// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;

/** The limits of blocks (Slack, Block Kit reference, blocks). */
final class BlockValidator {
  private final ValidationErrors errors;
  private final ElementValidator elements;

  BlockValidator(ValidationErrors errors) {
    this.errors = errors;
    this.elements = new ElementValidator(errors);
  }

  /** Checks a list of blocks that stands at {@code /blocks}. */
  void check(JsonNode blocks, int most) {
    if (blocks.size() > most) {
      errors.add("/blocks", "no more than " + most + " items allowed");
    }
    errors.unique(blocks, "/blocks", "block_id");
    int index = 0;
    for (JsonNode block : blocks) {
      block(block, "/blocks/" + index++);
    }
  }

  private void block(JsonNode block, String at) {
    errors.text(block, at, "block_id", 255, false);
    switch (block.path("type").asText()) {
      case "header" -> errors.textObject(block, at, "text", 150, true);
      case "section" -> section(block, at);
      case "context" -> context(block, at);
      case "actions" -> actions(block, at);
      case "input" -> input(block, at);
      case "image" -> image(block, at);
      case "markdown" -> errors.text(block, at, "text", 12_000, true);
      case "rich_text" -> errors.list(block, at, "elements", 1, Integer.MAX_VALUE);
      case "divider" -> {}
      default -> errors.unsupportedType(block, at);
    }
  }

  private void section(JsonNode block, String at) {
    if (block.has("text")) {
      errors.textObject(block, at, "text", 3000, false);
    } else if (!block.has("fields")) {
      errors.add(at, "missing required field: text or fields");
    }
    if (block.has("fields") && errors.list(block, at, "fields", 1, 10)) {
      int index = 0;
      for (JsonNode field : block.path("fields")) {
        errors.textObject(field, at + "/fields/" + index++, 2000, false);
      }
    }
    if (block.has("accessory")) {
      accessory(block.path("accessory"), at + "/accessory");
    }
  }

  private void accessory(JsonNode accessory, String at) {
    if (accessory.path("type").asText().equals("image")) {
      image(accessory, at);
    } else {
      elements.check(accessory, at, false);
    }
  }

  private void context(JsonNode block, String at) {
    if (!errors.list(block, at, "elements", 1, 10)) {
      return;
    }
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String where = at + "/elements/" + index++;
      if (element.path("type").asText().equals("image")) {
        image(element, where);
      } else {
        errors.textObject(element, where, 3000, false);
      }
    }
  }

  private void actions(JsonNode block, String at) {
    if (!errors.list(block, at, "elements", 1, 25)) {
      return;
    }
    errors.unique(block.path("elements"), at + "/elements", "action_id");
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      elements.check(element, at + "/elements/" + index++, false);
    }
  }

  private void input(JsonNode block, String at) {
    errors.textObject(block, at, "label", 2000, true);
    if (block.has("hint")) {
      errors.textObject(block, at, "hint", 2000, true);
    }
    if (block.path("element").isObject()) {
      elements.check(block.path("element"), at + "/element", true);
    } else {
      errors.add(at, "missing required field: element");
    }
  }

  private void image(JsonNode block, String at) {
    errors.text(block, at, "image_url", 3000, true);
    errors.text(block, at, "alt_text", 2000, true);
  }
}
