// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.slack.cards.Blocks;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The Slack app that Berth needs, as an app manifest (slackapi/manifest-schema 2.0.0) to paste at
 * api.slack.com/apps.
 */
public final class Manifest {
  private static final List<String> SCOPES =
      List.of(
          "channels:history",
          "chat:write",
          "commands",
          "groups:history",
          "im:history",
          "im:write",
          "users:read");

  private Manifest() {}

  /**
   * The manifest.
   *
   * @param command the slash command, e.g. {@code /tcr}
   * @param url where Slack reaches the bot, without a path
   */
  public static Map<String, Object> of(String command, URI url) {
    String events = url.resolve("/slack/events").toString();
    return Blocks.object(
        "display_information",
            Blocks.object(
                "name", "Berth",
                "description",
                    "Container registries, namespaces and register codes, after the right people said yes"),
        "features",
            Blocks.object(
                "app_home",
                    Blocks.object(
                        "home_tab_enabled", false,
                        "messages_tab_enabled", true,
                        "messages_tab_read_only_enabled", true),
                "bot_user", Blocks.object("display_name", "berth", "always_online", true),
                "slash_commands", List.of(slash(command, events))),
        "oauth_config", Blocks.object("scopes", Blocks.object("bot", SCOPES)),
        "settings",
            Blocks.object(
                "interactivity", Blocks.object("is_enabled", true, "request_url", events),
                "org_deploy_enabled", false,
                "socket_mode_enabled", false,
                "token_rotation_enabled", false));
  }

  private static Map<String, Object> slash(String command, String events) {
    return Blocks.object(
        "command",
        command,
        "url",
        events,
        "description",
        "Ask for a registry, a register code or a namespace",
        "usage_hint",
        "[create|explain|list|show|approve|deny|cancel|whoami|help]",
        "should_escape",
        true);
  }
}
