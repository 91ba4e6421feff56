// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.workspace.SlackError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a tree, each sentence with its JSON pointer as Slack writes it. */
final class ValidationErrors {
  private final List<String> sentences = new ArrayList<>();

  /** Throws the Slack error of this name when anything is wrong. */
  void refuseWith(String error) throws SlackError {
    if (!sentences.isEmpty()) {
      throw new SlackError(error, sentences);
    }
  }

  void add(String pointer, String sentence) {
    sentences.add("[ERROR] %s [json-pointer:%s]".formatted(sentence, pointer));
  }

  /** A string of at most so many characters; absent is fine unless it is required. */
  void text(JsonNode parent, String pointer, String field, int most, boolean required) {
    JsonNode value = parent.path(field);
    String at = pointer + "/" + field;
    if (value.isMissingNode() || value.isNull()) {
      if (required) {
        add(pointer, "missing required field: " + field);
      }
    } else if (!value.isTextual()) {
      add(at, "must be a valid string");
    } else {
      length(value.asText(), at, most, required);
    }
  }

  /** A list with so many entries; tells whether its entries can be looked at. */
  boolean list(JsonNode parent, String pointer, String field, int least, int most) {
    JsonNode value = parent.path(field);
    String at = pointer + "/" + field;
    if (!value.isArray()) {
      add(pointer, "missing required field: " + field);
      return false;
    }
    if (value.size() < least) {
      add(at, "no fewer than " + least + " items required");
    }
    if (value.size() > most) {
      add(at, "no more than " + most + " items allowed");
    }
    return true;
  }

  /** A text object of one of the given types, at most so many characters. */
  void textObject(JsonNode parent, String pointer, String field, int most, boolean plainOnly) {
    JsonNode object = parent.path(field);
    String at = pointer + "/" + field;
    if (!object.isObject()) {
      add(pointer, "missing required field: " + field);
      return;
    }
    textObject(object, at, most, plainOnly);
  }

  /** The same for a text object that stands by itself, in a list. */
  void textObject(JsonNode object, String at, int most, boolean plainOnly) {
    String type = object.path("type").asText();
    if (!type.equals("plain_text") && (plainOnly || !type.equals("mrkdwn"))) {
      unsupportedType(object, at);
    }
    text(object, at, "text", most, true);
  }

  /** A type that may not stand here. */
  void unsupportedType(JsonNode owner, String at) {
    String type = owner.path("type").asText();
    add(at + "/type", "unsupported type: " + (type.isEmpty() ? "(none)" : type));
  }

  /** Ids that must differ from each other. */
  void unique(Iterable<JsonNode> owners, String pointer, String field) {
    Set<String> seen = new HashSet<>();
    for (JsonNode owner : owners) {
      String id = owner.path(field).asText("");
      if (!id.isEmpty() && !seen.add(id)) {
        add(pointer, "`%s` \"%s\" already exists".formatted(field, id));
      }
    }
  }

  private void length(String value, String at, int most, boolean required) {
    if (value.codePointCount(0, value.length()) > most) {
      add(at, "must be less than " + (most + 1) + " characters");
    } else if (value.isEmpty() && required) {
      add(at, "must be more than 0 characters");
    }
  }
}
