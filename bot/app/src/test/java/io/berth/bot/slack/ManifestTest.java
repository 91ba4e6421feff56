// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.contract.text.Json;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private final String manifest =
      Json.write(Manifest.of("/tcr", URI.create("https://berth.example.com")));

  @Test
  void sendsCommandsAndClicksToTheOneDoor() {
    assertThat(manifest)
        .contains(
            "\"command\":\"/tcr\",\"url\":\"https://berth.example.com/slack/events\"",
            "\"interactivity\":{\"is_enabled\":true,\"request_url\":\"https://berth.example.com/slack/events\"}");
  }

  @Test
  void namesEveryKindOfThingAndEveryCommand() {
    for (Kind kind : Kinds.ALL) {
      assertThat(manifest).containsIgnoringCase(kind.plural()).contains("a " + kind.noun());
    }
    String verbs =
        new CommandParser("/tcr", "ap-guangzhou")
            .help(Optional.empty())
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .filter(line -> line.startsWith("  /tcr "))
            .map(line -> line.strip().split("[ :]", 3)[1])
            .collect(Collectors.joining("|"));
    assertThat(manifest).contains("\"usage_hint\":\"[" + verbs + "]\"");
  }

  @Test
  void asksForNoMoreThanTheMethodsThatAreCalledNeed() {
    assertThat(manifest)
        .contains(
            "\"bot\":[\"channels:history\",\"chat:write\",\"commands\",\"groups:history\",\"im:history\","
                + "\"im:write\",\"users:read\"]")
        .doesNotContain("admin", "email", "user_scopes");
  }

  @Test
  void letsSlackEscapeWhatPeopleType() {
    assertThat(manifest).contains("\"should_escape\":true");
  }
}
