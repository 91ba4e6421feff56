// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.text.Excerpt;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of an action as a table, and the three checks that need nothing but the table:
 * unknown parameters, types, required parameters, in this order.
 */
public final class Schema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Field> fields = new LinkedHashMap<>();

  private Schema(Field... fields) {
    for (Field field : fields) {
      this.fields.put(field.name(), field);
    }
  }

  /** A table of these parameters. */
  public static Schema of(Field... fields) {
    return new Schema(fields);
  }

  /** The parameters in the order given. */
  public Collection<Field> fields() {
    return fields.values();
  }

  /**
   * Checks what came against the table.
   *
   * @param texts true for queries and forms, where every value is a text and {@code 20} or {@code
   *     True} stand for an integer and a boolean; JSON is held to its types
   * @return the parameters with their declared types; a JSON null counts as absent
   */
  public ObjectNode check(ObjectNode given, boolean texts) throws ApiError {
    refuseUnknown(given, "");
    ObjectNode typed = typed(given, "", texts);
    refuseMissing(typed, "");
    return typed;
  }

  /**
   * The same, but lenient (inferred; Tencent's own examples send {@code "IsPublic":"true"}): what
   * the table does not know is left out, and JSON may write integers and booleans as text.
   */
  public ObjectNode checkLoosely(ObjectNode given) throws ApiError {
    ObjectNode typed = typed(given, "", true);
    refuseMissing(typed, "");
    return typed;
  }

  /** The same for JSON whose sender may know more parameters than the table: they are left out. */
  public ObjectNode checkKnown(ObjectNode given) throws ApiError {
    ObjectNode known = given.deepCopy();
    known.retain(fields.keySet());
    return check(known, false);
  }

  private void refuseUnknown(ObjectNode given, String path) throws ApiError {
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      Field field = fields.get(entry.getKey());
      String name = path + entry.getKey();
      if (field == null) {
        throw ApiError.unknown(Excerpt.brief(name));
      }
      for (Map.Entry<String, ObjectNode> part : structures(name, entry.getValue()).entrySet()) {
        field.inner().refuseUnknownUnless(field, part);
      }
    }
  }

  private void refuseUnknownUnless(Field field, Map.Entry<String, ObjectNode> part)
      throws ApiError {
    // A structure where a plain value belongs is a wrong type, not an unknown parameter.
    if (field.type() == Field.Type.OBJECT || field.type() == Field.Type.OBJECTS) {
      refuseUnknown(part.getValue(), part.getKey() + ".");
    }
  }

  private static Map<String, ObjectNode> structures(String name, JsonNode value) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    if (value instanceof ObjectNode object) {
      found.put(name, object);
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof ObjectNode object) {
          found.put(name + "." + i, object);
        }
      }
    }
    return found;
  }

  private ObjectNode typed(ObjectNode given, String path, boolean texts) throws ApiError {
    ObjectNode typed = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      Field field = fields.get(entry.getKey());
      // An unknown one is here only when nobody refused it before.
      if (field != null && !entry.getValue().isNull()) {
        typed.set(field.name(), typed(field, entry.getValue(), path + field.name(), texts));
      }
    }
    return typed;
  }

  private static JsonNode typed(Field field, JsonNode value, String path, boolean texts)
      throws ApiError {
    return switch (field.type()) {
      case TEXT -> text(value, path);
      case INTEGER -> integer(value, path, texts);
      case BOOLEAN -> bool(value, path, texts);
      case OBJECT -> object(field, value, path, texts);
      case TEXTS, OBJECTS -> list(field, value, path, texts);
    };
  }

  private static JsonNode list(Field field, JsonNode value, String path, boolean texts)
      throws ApiError {
    if (!value.isArray()) {
      throw ApiError.wrongType(path);
    }
    ArrayNode typed = JSON.arrayNode();
    for (int i = 0; i < value.size(); i++) {
      String at = path + "." + i;
      typed.add(
          field.type() == Field.Type.TEXTS
              ? text(value.get(i), at)
              : object(field, value.get(i), at, texts));
    }
    return typed;
  }

  private static JsonNode object(Field field, JsonNode value, String path, boolean texts)
      throws ApiError {
    if (value instanceof ObjectNode object) {
      return field.inner().typed(object, path + ".", texts);
    }
    throw ApiError.wrongType(path);
  }

  private static JsonNode text(JsonNode value, String path) throws ApiError {
    if (!value.isTextual()) {
      throw ApiError.wrongType(path);
    }
    return value;
  }

  private static JsonNode integer(JsonNode value, String path, boolean texts) throws ApiError {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return LongNode.valueOf(value.longValue());
    }
    if (texts && value.isTextual() && value.textValue().matches("-?[0-9]{1,18}")) {
      return LongNode.valueOf(Long.parseLong(value.textValue()));
    }
    throw ApiError.wrongType(path);
  }

  private static JsonNode bool(JsonNode value, String path, boolean texts) throws ApiError {
    if (value.isBoolean()) {
      return value;
    }
    String text = texts && value.isTextual() ? value.textValue().toLowerCase(Locale.ROOT) : "";
    if (text.equals("true") || text.equals("false")) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    throw ApiError.wrongType(path);
  }

  private void refuseMissing(ObjectNode typed, String path) throws ApiError {
    for (Field field : fields.values()) {
      JsonNode value = typed.get(field.name());
      String name = path + field.name();
      if (value == null && field.required()) {
        throw ApiError.missing(name);
      }
      if (value != null) {
        for (Map.Entry<String, ObjectNode> part : structures(name, value).entrySet()) {
          field.inner().refuseMissing(part.getValue(), part.getKey() + ".");
        }
      }
    }
  }
}
