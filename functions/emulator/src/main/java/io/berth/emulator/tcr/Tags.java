// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a registry (TCR, Data Types, TagSpecification).
 *
 * @param tags values by key, in the order given
 */
record Tags(String resourceType, Map<String, String> tags) {
  static final int MOST = 10;
  static final Schema SCHEMA =
      Schema.of(
          Field.required("ResourceType", Type.TEXT),
          new Field(
              "Tags",
              Type.OBJECTS,
              true,
              Schema.of(Field.required("Key", Type.TEXT), Field.required("Value", Type.TEXT))));

  Tags {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** Inferred: the same key twice and an empty key are refused; the documents are silent. */
  static Optional<Tags> of(ObjectNode parameters) throws ApiError {
    JsonNode given = parameters.path("TagSpecification");
    if (given.isMissingNode()) {
      return Optional.empty();
    }
    if (given.get("Tags").size() > MOST) {
      throw TcrRefusal.TAGS.error();
    }
    String resourceType = given.get("ResourceType").textValue();
    return Optional.of(new Tags(resourceType, pairs(given.get("Tags"))));
  }

  private static Map<String, String> pairs(JsonNode list) throws ApiError {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (JsonNode tag : list) {
      String key = tag.get("Key").textValue();
      if (key.isBlank() || pairs.put(key, tag.get("Value").textValue()) != null) {
        throw TcrRefusal.parameter(
            "Each key in TagSpecification.Tags must be there once, not empty.");
      }
    }
    return pairs;
  }

  /** Whether a filter value {@code key:value} names one of these tags. */
  boolean match(String keyAndValue) {
    return tags.entrySet().stream()
        .anyMatch(tag -> (tag.getKey() + ":" + tag.getValue()).equals(keyAndValue));
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.put("ResourceType", resourceType).putArray("Tags");
    tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    return json;
  }
}
