// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.error.ApiError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;

/** Any query or form. What is understood can be written down again, and is understood the same. */
@Tag("fuzz")
class FlattenedParametersFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void understandsItOrRefusesIt(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    JsonNode read;
    try {
      read = FlattenedParameters.unfold(FlattenedParameters.pairs(text));
    } catch (ApiError e) {
      assertThat(e.code()).isEqualTo("InvalidParameter");
      assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContainPattern("\\p{Cntrl}");
      return;
    }
    assertThat(again(flat(read))).isEqualTo(read);
  }

  private static JsonNode again(String text) {
    try {
      return FlattenedParameters.unfold(FlattenedParameters.pairs(text));
    } catch (ApiError e) {
      throw new AssertionError(text + ": " + e.getMessage(), e);
    }
  }

  private static String flat(JsonNode tree) {
    Map<String, String> leaves = new TreeMap<>();
    collect(tree, "", leaves);
    StringJoiner text = new StringJoiner("&");
    leaves.forEach((name, value) -> text.add(encode(name) + "=" + encode(value)));
    return text.toString();
  }

  private static void collect(JsonNode node, String path, Map<String, String> leaves) {
    if (node.isTextual()) {
      leaves.put(path.substring(1), node.textValue());
    }
    node.properties().forEach(part -> collect(part.getValue(), path + "." + part.getKey(), leaves));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "." + i, leaves);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
