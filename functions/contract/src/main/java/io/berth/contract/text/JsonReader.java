// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of {@link Json} from a token stream, refusing what a lenient reader would let
 * pass.
 */
final class JsonReader {
  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Map<String, Object> readObject(String text, Json.Limits limits) {
    if (text.startsWith("\uFEFF")) {
      throw new MalformedJson(
          "The body begins with a byte order mark, which is not allowed; send plain UTF-8.");
    }
    if (text.isBlank()) {
      throw new MalformedJson("The body is empty; send a JSON object.");
    }
    try (JsonParser parser = limits.factory().createParser(text)) {
      return new JsonReader(parser).wholeObject();
    } catch (StreamConstraintsException e) {
      throw new MalformedJson(tooLarge(e) + at(e.getLocation()) + ".");
    } catch (JsonProcessingException e) {
      throw new MalformedJson("The body is not JSON" + at(e.getLocation()) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> wholeObject() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedJson(
          "The body must be a JSON object, like {\"Region\":\"ap-guangzhou\"}.");
    }
    Map<String, Object> object = object();
    if (parser.nextToken() != null) {
      throw new MalformedJson(
          "There is text behind the JSON object" + here() + "; send one object only.");
    }
    return object;
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = clean(parser.currentName());
      if (fields.containsKey(name)) {
        throw new MalformedJson(
            "Duplicate key " + Echo.of(name) + here() + "; give each field once.");
      }
      parser.nextToken();
      fields.put(name, value());
    }
    return Collections.unmodifiableMap(fields);
  }

  private List<Object> list() throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return Collections.unmodifiableList(elements);
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> clean(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      default -> throw new MalformedJson("The body is not JSON" + here() + ".");
    };
  }

  /**
   * A whole number that fits is a {@code Long}; {@code 1.0} and {@code 1e400} stay decimals, so
   * that nobody takes them for one.
   */
  private Object number() throws IOException {
    boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    boolean small = whole && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return small ? (Object) parser.getLongValue() : parser.getDecimalValue();
  }

  private String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !paired)) {
        throw new MalformedJson(
            String.format("Invalid text%s: it contains U+%04X.", here(), (int) c));
      }
      i += paired ? 1 : 0;
    }
    return text;
  }

  private static String tooLarge(StreamConstraintsException e) {
    return e.getMessage().contains("nesting depth")
        ? "The body is too deeply nested"
        : "The body holds a text, a key or a number that is too long";
  }

  private String here() {
    return at(parser.currentTokenLocation());
  }

  private static String at(JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
