// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  @Test
  void readsAnObjectAsPlainValuesInItsOwnOrder() {
    Map<String, Object> read = read("{\"b\":1,\"a\":[true,null,\"x\",1.0],\"c\":{}}");
    assertThat(read.keySet()).containsExactly("b", "a", "c");
    assertThat(read.get("b")).isEqualTo(1L);
    assertThat(read.get("a").toString()).isEqualTo("[true, null, x, 1.0]");
  }

  @Test
  void writesWithTheKeysInTheOrderGivenAndReadsItBackEqual() {
    String text = "{\"b\":1,\"a\":[true,null,\"\\u0001é\"],\"c\":{\"d\":-7}}";
    assertThat(Json.write(read(text))).isEqualTo(text);
  }

  @Test
  void aNumberWithAFractionOrAnExponentIsNotAWholeNumber() {
    assertThat(read("{\"n\":1.0}").get("n")).isInstanceOf(BigDecimal.class);
    assertThat(read("{\"n\":1e4}").get("n")).isInstanceOf(BigDecimal.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` `|The body is empty; send a JSON object.",
        "[]|must be a JSON object",
        "null|must be a JSON object",
        "\"x\"|must be a JSON object",
        "{\"a\":1,\"a\":2}|Duplicate key 'a' (line 1, column 8)",
        "{} {}|text behind the JSON object (line 1, column 4)",
        "{\"a\":}|not JSON (line 1, column 6)",
        "{\"a\":1|not JSON (line 1",
        "{\"a\":NaN}|not JSON",
        "{\"a\":\"\\ud800\"}|Invalid text (line 1, column 6): it contains U+D800",
        "{\"a\":\"\\u0000\"}|it contains U+0000",
        "{\"a\":123456789012345678901}|too long",
        "\uFEFF{}|byte order mark",
      })
  void refusesWithOneSentenceThatSaysWhere(String text, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> Json.readObject(new byte[] {'{', (byte) 0xff, '}'}))
        .hasMessage("The body is not valid UTF-8; send JSON in UTF-8.");
  }

  @Test
  void refusesDeepNestingWithoutRunningOutOfStack() {
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
        .hasMessageContaining("too deeply nested");
  }

  @Test
  void refusesALongTextUnderTheStrictLimitsAndTakesItUnderTheWideOnes() {
    String text = "{\"a\":\"" + "x".repeat(20_000) + "\"}";
    assertThatThrownBy(() -> read(text)).hasMessageContaining("too long");
    assertThat(Json.readObject(text.getBytes(UTF_8), Json.Limits.WIDE)).containsKey("a");
  }

  private static Map<String, Object> read(String text) {
    return Json.readObject(text.getBytes(UTF_8));
  }
}
