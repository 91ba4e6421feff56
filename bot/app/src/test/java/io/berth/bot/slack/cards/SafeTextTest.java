// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource({
    "a < b & c, a &lt; b &amp; c",
    "<!channel>, &lt;!channel&gt;",
    "<https://evil|Approve>, &lt;https://evil|Approve&gt;",
    "<@U0BOB>, &lt;<@U0BOB>&gt;",
    "ask @U0BOB., ask <@U0BOB>.",
    "mail me@UBER.com, mail me@UBER.com",
    "@here @channel, @here @channel"
  })
  void escapesMarkupAndMentionsOnlyPeopleByTheirId(String text, String shown) {
    assertThat(SafeText.withPeople(text, 100)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x7, 0xD, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200E, 0x202E, 0x2028, 0x2029, 0x2066,
        0xFEFF, 0xE0041
      })
  void takesOutWhatCannotBeSeen(int codePoint) {
    assertThat(SafeText.plain("a" + Character.toString(codePoint) + "b", 100)).isEqualTo("ab");
  }

  @Test
  void takesOutHalfACharacter() {
    assertThat(SafeText.plain("a\ud800b", 100)).isEqualTo("ab");
  }

  @Test
  void keepsLineEndsAndOtherScripts() {
    assertThat(SafeText.plain("a\n中文 é 🚢", 100)).isEqualTo("a\n中文 é 🚢");
  }

  @Test
  void cutsWithoutHalvingACharacter() {
    assertThat(SafeText.plain("12345🚢", 7)).isEqualTo("12345🚢");
    assertThat(SafeText.plain("1234🚢🚢", 7)).isEqualTo("1234🚢…");
    assertThat(SafeText.plain("12345🚢🚢", 7)).isEqualTo("12345…");
    assertThat(SafeText.plain("x".repeat(5000), 3000)).hasSize(3000);
  }

  @Test
  void knowsPeopleFromPrograms() {
    assertThat(SafeText.person("U0ALICE")).isEqualTo("<@U0ALICE>");
    assertThat(SafeText.person("webhook:ci")).isEqualTo("webhook:ci");
    assertThat(SafeText.person("U0ALICE> <!channel")).isEqualTo("U0ALICE&gt; &lt;!channel");
  }
}
