// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Spec;
import io.berth.contract.text.Echo;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParserPropertyTest {
  private static final String[] PIECES = {
    "create",
    "registry",
    "code",
    "list",
    "show",
    "deny",
    "help",
    "explain",
    "payments",
    "a",
    " ",
    "  ",
    "--type",
    "--limit",
    "standard",
    "basic",
    "=",
    ":",
    "--",
    "—",
    "–",
    "−",
    "-",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "\\",
    "<",
    ">",
    "<@U1|bob>",
    "<!here>",
    "<https://x|x>",
    "&lt;",
    "&amp;",
    "&",
    "\u200b",
    "\u202e",
    "\u0000",
    "\u00a0",
    "\n",
    "\t",
    "é",
    "\ud83d\ude00",
    "\ud800",
    "\udc00",
    "１０",
    "10",
    "0",
    "999999999999999999999",
    "--tag",
    "k=v",
    "--permanent",
    "--ip",
    "1.2.3.4/8",
    "$(x)",
    "`",
    "*",
    "@file",
    ";",
    "|"
  };

  private final CommandParser parser = new CommandParser("/tcr", "ap-guangzhou");

  private static String anyText(SplittableRandom random) {
    StringBuilder text =
        new StringBuilder(random.nextInt(3) == 0 ? "create registry payments " : "");
    for (int i = random.nextInt(25); i > 0; i--) {
      text.append(Property.oneOf(random, PIECES)).append(random.nextInt(2) == 0 ? " " : "");
    }
    return text.toString();
  }

  @Test
  void answersEveryTextWithACommandOrWithVisibleSentences() {
    Property.holdsForAllTexts(
        20_261_121,
        ParserPropertyTest::anyText,
        text -> {
          String reply = parser.parse(text).fold(command -> "fine", sentence -> sentence);
          assertThat(reply).isNotBlank();
          assertThat(reply.codePoints().filter(p -> p != '\n').allMatch(Echo::isVisible)).isTrue();
          assertThat(reply.lines().allMatch(line -> line.length() < 600)).isTrue();
        });
  }

  @Test
  void neverEchoesMoreThanFortyCharacters() {
    Property.holdsForAllTexts(
        7,
        random ->
            Property.oneOf(
                    random,
                    "create registry payments --type ",
                    "create code --limit ",
                    "show 1 ",
                    "",
                    "create code ",
                    "create registry ",
                    "create x --",
                    "help ")
                + "z".repeat(41 + random.nextInt(2_000)),
        text ->
            assertThat(parser.parse(text).<String>fold(c -> "", s -> s))
                .doesNotContain("z".repeat(41)));
  }

  @Test
  void understandsOnlyWhatTheValidatorAccepts() {
    Property.holdsForAllTexts(
        42,
        ParserPropertyTest::anyText,
        text ->
            parser
                .parse(text)
                .fold(
                    command -> {
                      if (command instanceof Command.Create create) {
                        assertThat(again(spec(create))).isEqualTo(spec(create));
                      }
                      return true;
                    },
                    reply -> true));
  }

  private static Spec spec(Command command) {
    return ((Command.Create) command).proposal().parts().get(0);
  }

  private Spec again(Spec spec) {
    String line = CanonicalCommand.of(spec);
    return parser
        .parse(line)
        .fold(
            ParserPropertyTest::spec,
            reply -> {
              throw new AssertionError(line + " -> " + reply);
            });
  }

  /** A create command from random but legal parts. */
  private static String legal(SplittableRandom random) {
    if (random.nextBoolean()) {
      return "create registry "
          + Property.oneOf(random, "payments", "team-a", "a1b2c")
          + " --type "
          + Property.oneOf(random, "basic", "Standard", "premium")
          + Property.oneOf(random, "", " --sync-tag", " --multi-az --protect")
          + Property.oneOf(
              random,
              "",
              " --charge prepaid --months 3",
              " --charge prepaid --months 36 --renew off")
          + Property.oneOf(
              random,
              "",
              " --tag env=prod",
              " --tag 'a b=c \"d\"' --tag k=",
              " --tag \"x=a&amp;b &lt;c&gt;\"");
    }
    return "create code"
        + Property.oneOf(random, "", " --description \"web 'server' é\"", " --description 'a\\b'")
        + Property.oneOf(random, "", " --prefix web")
        + Property.oneOf(random, "", " --limit 1", " --limit 10000")
        + Property.oneOf(random, "", " --hours 1", " --hours 99999", " --permanent")
        + Property.oneOf(random, "", " --ip 192.168.10.1/10", " --ip 10.0.0.1");
  }

  @Test
  void readsItsOwnCanonicalFormAsTheSameRequest() {
    Property.holdsForAll(
        99,
        ParserPropertyTest::legal,
        text -> {
          Spec parameters =
              parser
                  .parse(text)
                  .fold(
                      ParserPropertyTest::spec,
                      r -> {
                        throw new AssertionError(r);
                      });
          assertThat(again(parameters)).isEqualTo(parameters);
          assertThat(again(parameters).parameters().write())
              .isEqualTo(parameters.parameters().write());
        });
  }

  @Test
  void takesAnyVisibleTextInQuotesAsItIs() {
    Property.holdsForAllTexts(
        3,
        random -> {
          StringBuilder text = new StringBuilder("x");
          for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(
                Property.oneOf(
                    random,
                    (int) 'a',
                    (int) '"',
                    (int) '\\',
                    (int) '-',
                    (int) '=',
                    0x2014,
                    0x201C,
                    (int) '<',
                    (int) '&',
                    (int) ' ',
                    0x1F600));
          }
          return text + "x";
        },
        text -> {
          String quoted =
              text.replace("\\", "\\\\")
                  .replace("\"", "\\\"")
                  .replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace(">", "&gt;");
          Parsed parsed = parser.parse("create code --reason \"" + quoted + "\"");
          assertThat(
                  parsed.<String>fold(
                      c -> ((Command.Create) c).proposal().reason().orElse(""), r -> r))
              .isEqualTo(text);
        });
  }
}
