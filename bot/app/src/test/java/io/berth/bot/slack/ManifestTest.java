// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import java.net.URI;
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
