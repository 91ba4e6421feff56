// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Option;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpTextTest {
  private final CommandParser parser = new CommandParser("/tcr", "ap-guangzhou");

  @Test
  void showsAnExampleOfEachKindAndThreeMore() {
    assertThat(parser.help(Optional.empty()).lines().limit(7))
        .containsExactly(
            "Ask for container registries, register codes and namespaces on Tencent Cloud. Examples:",
            "  /tcr create registry payments --type standard",
            "  /tcr create code --description webserver --limit 10 --hours 4",
            "  /tcr create namespace web --registry payments",
            "  /tcr explain create registry payments --type premium --charge prepaid --months 12",
            "  /tcr list",
            "  /tcr show ID");
  }

  @Test
  void showsOnlyExamplesThatWork() {
    parser
        .help(Optional.empty())
        .lines()
        .skip(1)
        .limit(6)
        .forEach(
            example ->
                assertThat(parser.parse(example.strip()))
                    .as(example)
                    .isInstanceOf(Parsed.Run.class));
  }

  @Test
  void namesEveryOptionOfAForm() {
    for (Kind kind : Kinds.ALL) {
      String help = parser.help(Optional.of(kind.word()));
      assertThat(kind.form().options().stream().map(Option::name))
          .filteredOn(name -> !name.equals("name"))
          .allSatisfy(name -> assertThat(help).contains("--" + name));
    }
    assertThat(parser.help(Optional.of("registry")))
        .startsWith(
            "/tcr create registry NAME [options]\n  NAME: 5 to 50 of a-z, 0-9 and '-'\n  --type basic|standard|premium: the edition\n");
  }

  @Test
  void hasAnAnswerToEveryTopic() {
    assertThat(HelpText.topics())
        .allSatisfy(topic -> assertThat(parser.help(Optional.of(topic))).isNotBlank());
    assertThat(parser.help(Optional.of("show")))
        .isEqualTo("/tcr show ID: one request: what was asked, by whom, and how far it is");
  }

  @Test
  void usesTheNameThatTheCommandHas() {
    assertThat(new CommandParser("/berth", "ap-guangzhou").help(Optional.empty()))
        .contains("/berth create registry")
        .doesNotContain("/tcr");
  }
}
