// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private static String read(byte[] bytes) throws StrictJson.MalformedJson {
    return StrictJson.read(bytes).toString();
  }

  @Test
  void readsUtf8() throws StrictJson.MalformedJson {
    assertThat(read("{\"a\": [1, true, null, \"\\u672a😀\"]}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("{\"a\":[1,true,null,\"未😀\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"a\":1",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{}x",
        "\uFEFF{}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "[\"\\ud800\"]"
      })
  void refusesWhatIsNotStrictJson(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(StrictJson.MalformedJson.class);
  }

  @Test
  void saysWhereItStoppedToUnderstand() {
    assertThatThrownBy(() -> read("{\n  \"a\": secret-text}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("The body is not valid JSON at line 2, column ")
        .hasMessageNotContaining("secret-text");
  }

  @Test
  void refusesBytesThatAreNotUtf8AndDepthWithoutEnd() {
    assertThatThrownBy(() -> read(new byte[] {'"', (byte) 0xff, '"'}))
        .hasMessage("The body is not UTF-8.");
    assertThatThrownBy(() -> read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(StrictJson.MalformedJson.class);
  }
}
