// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The limits of buttons, menus and inputs (Slack, Block Kit reference, block elements). */
final class ElementValidator {
  private static final int ID = 255;
  private static final int OPTION_TEXT = 75;
  private static final int OPTION_VALUE = 150;
  private static final int PLACEHOLDER = 150;
  private static final Set<String> STYLES = Set.of("primary", "danger");

  /** How many options an element may list; elements that list none are absent. */
  private static final Map<String, Integer> OPTIONS =
      Map.of(
          "static_select", 100,
          "multi_static_select", 100,
          "overflow", 5,
          "checkboxes", 10,
          "radio_buttons", 10);

  private static final Set<String> TEXT_INPUTS =
      Set.of("plain_text_input", "number_input", "email_text_input", "url_text_input");
  private static final Set<String> OTHERS =
      Set.of("users_select", "channels_select", "conversations_select", "datepicker", "timepicker");

  private final ValidationErrors errors;

  ElementValidator(ValidationErrors errors) {
    this.errors = errors;
  }

  /** Checks one interactive element; text inputs only where inputs may stand. */
  void check(JsonNode element, String at, boolean inInput) {
    String type = element.path("type").asText();
    checkType(element, at, inInput);
    errors.text(element, at, "action_id", ID, false);
    if (element.has("placeholder")) {
      errors.textObject(element, at, "placeholder", PLACEHOLDER, true);
    }
    Optional.ofNullable(OPTIONS.get(type)).ifPresent(most -> options(element, at, most));
    if (element.has("confirm")) {
      confirm(element.path("confirm"), at + "/confirm");
    }
  }

  private void checkType(JsonNode element, String at, boolean inInput) {
    String type = element.path("type").asText();
    boolean menu = OPTIONS.containsKey(type) || OTHERS.contains(type);
    if (type.equals("button") && !inInput) {
      button(element, at);
    } else if (!menu && !(inInput && TEXT_INPUTS.contains(type))) {
      errors.unsupportedType(element, at);
    }
  }

  private void button(JsonNode button, String at) {
    errors.textObject(button, at, "text", 75, true);
    errors.text(button, at, "value", 2000, false);
    errors.text(button, at, "url", 3000, false);
    if (button.has("style") && !STYLES.contains(button.path("style").asText())) {
      errors.add(at + "/style", "must be one of primary, danger");
    }
  }

  private void options(JsonNode element, String at, int most) {
    if (!element.has("option_groups")) {
      optionList(element, at, most);
    } else if (errors.list(element, at, "option_groups", 1, 100)) {
      int index = 0;
      for (JsonNode group : element.path("option_groups")) {
        optionList(group, at + "/option_groups/" + index++, most);
      }
    }
  }

  private void optionList(JsonNode owner, String at, int most) {
    if (!errors.list(owner, at, "options", 1, most)) {
      return;
    }
    int index = 0;
    for (JsonNode option : owner.path("options")) {
      String where = at + "/options/" + index++;
      errors.textObject(option, where, "text", OPTION_TEXT, false);
      errors.text(option, where, "value", OPTION_VALUE, true);
      if (option.has("description")) {
        errors.textObject(option, where, "description", OPTION_TEXT, false);
      }
    }
  }

  private void confirm(JsonNode confirm, String at) {
    errors.textObject(confirm, at, "title", 100, true);
    errors.textObject(confirm, at, "text", 300, false);
    for (String button : new String[] {"confirm", "deny"}) {
      if (confirm.has(button)) {
        errors.textObject(confirm, at, button, 30, true);
      }
    }
  }
}
