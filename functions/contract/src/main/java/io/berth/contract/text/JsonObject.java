// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JSON object that somebody else made and nobody has checked: what is missing or of another type
 * reads as empty, so that a reader of answers never fails on one strange field.
 */
public record JsonObject(Map<?, ?> fields) {
  /** The text of that name, or an empty one. */
  public String text(String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  /** The whole number of that name, or 0. */
  public long number(String name) {
    return fields.get(name) instanceof Long number ? number : 0;
  }

  /** Whether there is a {@code true} of that name. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  /** The object of that name, or one without fields. */
  public JsonObject object(String name) {
    return new JsonObject(fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
  }

  /** The objects in the list of that name; what else is in it is left out. */
  public List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    if (fields.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> map) {
          objects.add(new JsonObject(map));
        }
      }
    }
    return objects;
  }
}
