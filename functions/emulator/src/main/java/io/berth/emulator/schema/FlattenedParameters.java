// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.text.Excerpt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Queries and forms: percent-encoded pairs, in which arrays and structures are flattened with dots
 * and 0-based indexes ({@code TagSpecification.Tags.0.Key=env}).
 */
public final class FlattenedParameters {
  private static final int DEEPEST = 16;

  private FlattenedParameters() {}

  /** The decoded pairs in their order; a name that stands twice is refused. */
  public static Map<String, String> pairs(String text) throws ApiError {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (pairs.put(name, value) != null) {
        throw invalid("The parameter `" + Excerpt.brief(name) + "` is there more than once.");
      }
    }
    return pairs;
  }

  // URLDecoder puts U+FFFD where the bytes are not UTF-8; here that is refused.
  private static String decode(String text) throws ApiError {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(octet(text, i));
        i += 2;
      } else if (c < 0x80) {
        bytes.write(c == '+' ? ' ' : c);
      } else {
        throw invalid("The query or form is not percent-encoded.");
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static String utf8(byte[] octets) throws ApiError {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("The query or form is not UTF-8.");
    }
  }

  private static int octet(String text, int at) throws ApiError {
    int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
    if (low < 0) {
      throw invalid("The query or form has a % that two hex digits do not follow.");
    }
    return high * 16 + low;
  }

  /** Folds the flattened names back into arrays and structures; every leaf stays a text. */
  public static ObjectNode unfold(Map<String, String> pairs) throws ApiError {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      put(root, pair.getKey(), pair.getValue());
    }
    foldFieldsOf(root);
    return root;
  }

  /** The outermost names stay names, also when they are numbers. */
  private static void foldFieldsOf(ObjectNode object) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      entry.setValue(withArrays(entry.getValue()));
    }
  }

  private static void put(ObjectNode root, String name, String value) throws ApiError {
    String[] path = name.split("\\.", -1);
    ObjectNode at = path.length > DEEPEST ? null : root;
    for (int i = 0; at != null && i < path.length - 1; i++) {
      JsonNode next = at.get(path[i]);
      at = next == null ? at.putObject(path[i]) : next instanceof ObjectNode inner ? inner : null;
    }
    if (at == null || at.has(path[path.length - 1])) {
      throw invalid("The parameter `" + Excerpt.brief(name) + "` contradicts another one.");
    }
    at.put(path[path.length - 1], value);
  }

  private static JsonNode withArrays(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    foldFieldsOf(object);
    return isArray(object) ? array(object) : object;
  }

  /** Names 0 to n-1 in any order; with a gap it stays a structure and fails the check of types. */
  private static boolean isArray(ObjectNode object) {
    for (int i = 0; i < object.size(); i++) {
      if (!object.has(Integer.toString(i))) {
        return false;
      }
    }
    return !object.isEmpty();
  }

  private static ArrayNode array(ObjectNode object) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(object.size());
    for (int i = 0; i < object.size(); i++) {
      array.add(object.get(Integer.toString(i)));
    }
    return array;
  }

  private static ApiError invalid(String sentence) {
    return new ApiError("InvalidParameter", sentence);
  }
}
