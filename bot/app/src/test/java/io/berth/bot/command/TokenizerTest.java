// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  private static List<String> words(String line) {
    Tokenizer.Scanned scanned = Tokenizer.scan(line);
    assertThat(scanned.refusal()).isEmpty();
    return scanned.tokens().stream().map(Token::text).toList();
  }

  @Test
  void splitsAtEveryKindOfSpace() {
    assertThat(words("a\u00a0b\u3000c\td\ne \u2009 f"))
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void keepsEmptyQuotesAsAWord() {
    assertThat(words("a \"\" ''")).containsExactly("a", "", "");
  }

  @Test
  void turnsALineBreakInQuotesIntoASpace() {
    assertThat(words("\"a\nb\u00a0c\"")).containsExactly("a b c");
  }

  @Test
  void expandsNothing() {
    assertThat(words("$HOME `id` *.txt ~ @file"))
        .containsExactly("$HOME", "`id`", "*.txt", "~", "@file");
  }

  @Test
  void knowsAnApostropheFromAQuote() {
    assertThat(words("don't we’re 'it''s'")).containsExactly("don't", "we’re", "its");
    assertThat(words("'don't do it'")).containsExactly("don't do it");
    assertThat(words("n='v w'")).containsExactly("n=v w");
  }

  @Test
  void leavesAnotherKindOfQuoteInsideAlone() {
    assertThat(words("\"say “hi” now\" “say \"hi\" now” 'a \"b\"'"))
        .containsExactly("say “hi” now", "say \"hi\" now", "a \"b\"");
  }

  @Test
  void takesABackslashInSingleQuotesLiterally() {
    assertThat(words("'a\\b' \"a\\\"b\" \"c:\\dir\" a\\ b"))
        .containsExactly("a\\b", "a\"b", "c:\\dir", "a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "<@U123> ¦ @U123",
        "<@U123|bob> ¦ @bob",
        "<@U123|@bob> ¦ @bob",
        "<#C1|ops> ¦ #ops",
        "<!here> ¦ @here",
        "<!subteam^S1|@approvers> ¦ @approvers",
        "<http://registry.example.com|registry.example.com> ¦ registry.example.com",
        "<http://a.com/|a.com> ¦ a.com",
        "<https://evil.example|https://bank.example> ¦ https://evil.example",
        "<https://x.com/?a=1&amp;b=2> ¦ https://x.com/?a=1&b=2",
        "<mailto:a@b.c|a@b.c> ¦ a@b.c",
        "&lt;@U123&gt; ¦ <@U123>",
        "&amp;lt; ¦ &lt;",
        "<b> ¦ <b>",
        "a<b ¦ a<b",
        "a&b ¦ a&b",
      })
  void decodesSlacksTokensOnce(String line, String word) {
    assertThat(words(line)).containsExactly(word);
  }

  @Test
  void remembersThatAPersonWasPicked() {
    assertThat(Tokenizer.scan("a<@U1|bob>").tokens().get(0).mention()).contains("@bob");
    assertThat(Tokenizer.scan("<http://a.com|a.com>").tokens().get(0).mention()).isEmpty();
    assertThat(Tokenizer.scan("&lt;@U1&gt;").tokens().get(0).mention()).isEmpty();
  }

  @Test
  void saysWhereAQuoteOpens() {
    assertThat(Tokenizer.scan("ab \ud83d\ude00 “x").refusal())
        .contains("Quote opened at column 6 is not closed; close it or remove it.");
  }

  @Test
  void readsALineOfTheLongestLengthQuickly() {
    String line = "create " + "a-a-a-= ".repeat(490);
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        java.time.Duration.ofSeconds(2),
        () -> new CommandParser("/tcr", "ap-guangzhou").parse(line));
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        java.time.Duration.ofSeconds(2),
        () -> new CommandParser("/tcr", "ap-guangzhou").parse("<".repeat(3_999)));
  }
}
