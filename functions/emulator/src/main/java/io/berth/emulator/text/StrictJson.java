// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads JSON bodies: UTF-8, no duplicate names, nothing after the end, bounded depth. */
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(40)
                          .maxNameLength(256)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** Why a text is not JSON, in one sentence with line and column. */
  public static final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJson(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /** Reads one JSON value. */
  public static JsonNode read(byte[] utf8) throws MalformedJson {
    String text = decode(utf8);
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedJson("The body is not valid JSON" + position(e.getLocation()) + ".");
    }
    if (tree.isMissingNode()) {
      throw new MalformedJson("The body is empty, JSON is expected.");
    }
    refuseHalfCharacters(tree);
    return tree;
  }

  private static String decode(byte[] utf8) throws MalformedJson {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson("The body is not UTF-8.");
    }
  }

  private static String position(JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  // "\ud800" alone is legal in JSON's grammar, but no answer that repeats it could be written.
  private static void refuseHalfCharacters(JsonNode node) throws MalformedJson {
    if (node.isTextual()) {
      refuseHalfCharacters(node.textValue());
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      refuseHalfCharacters(entry.getKey());
      refuseHalfCharacters(entry.getValue());
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        refuseHalfCharacters(item);
      }
    }
  }

  private static void refuseHalfCharacters(String text) throws MalformedJson {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new MalformedJson("The body has half of a surrogate pair in a text.");
    }
  }

  /** Writes a tree as UTF-8. */
  public static byte[] write(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree can always be written.", e);
    }
  }
}
