// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Secret;
import io.berth.yaml.YamlMapping;
import io.berth.yaml.YamlText;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How Slack reaches the bot and the bot Slack.
 *
 * @param signingSecret at least 16 characters
 * @param apiUrl the Web API with a slash at its end
 * @param command the slash command, with its slash
 * @param approvalsChannel the id of the channel that gets the cards
 * @param workspaces the team ids that may use the bot; never empty
 */
public record SlackConfig(
    Secret signingSecret,
    Secret botToken,
    URI apiUrl,
    String command,
    String approvalsChannel,
    List<String> workspaces) {
  public SlackConfig {
    workspaces = List.copyOf(workspaces);
  }

  static final List<String> KEYS =
      List.of(
          "signing_secret", "bot_token", "api_url", "command", "approvals_channel", "workspaces");
  private static final int LEAST_SECRET = 16;
  private static final List<String> SLACK_HOSTS = List.of("slack.com", "slack-gov.com");

  /** A bot token as Slack really hands it out; stand-ins use shorter ones. */
  private static final Pattern REAL_TOKEN =
      Pattern.compile("xox[bpea]-[0-9]{8,20}-[A-Za-z0-9-]{16,200}");

  static SlackConfig read(YamlMapping in) {
    in.allowOnly(KEYS);
    Secret signing = signingSecret(in);
    Secret token = in.secret("bot_token");
    return new SlackConfig(
        signing, token, apiUrl(in, token), command(in), channel(in), ids(in, "workspaces", "T"));
  }

  private static Secret signingSecret(YamlMapping in) {
    Secret secret = in.secret("signing_secret");
    if (!secret.isBlank() && secret.reveal().length() < LEAST_SECRET) {
      in.refuse(
          "signing_secret",
          "has fewer than %d characters; copy it whole from the app's page, Basic Information"
              .formatted(LEAST_SECRET));
    }
    return secret;
  }

  private static URI apiUrl(YamlMapping in, Secret token) {
    URI url = Urls.read(in, "api_url", "https://slack.com/api/");
    if (!url.equals(Urls.NOWHERE) && !url.getPath().endsWith("/")) {
      in.refuse("api_url", "must end with a slash, like https://slack.com/api/");
    }
    if (!SLACK_HOSTS.contains(url.getHost()) && REAL_TOKEN.matcher(token.reveal()).matches()) {
      in.refuse(
          "api_url",
          "is not Slack's, and slack.bot_token is a real token with a stand-in address; use one or the other");
    }
    return url;
  }

  private static String command(YamlMapping in) {
    String command = in.text("command", "/tcr");
    if (!command.matches("/[a-z0-9_-]{1,31}")) {
      in.refuse("command", "must be a slash and 1 to 31 of a-z, 0-9, '_' and '-', like /tcr");
    }
    return command;
  }

  private static String channel(YamlMapping in) {
    String channel = in.requiredText("approvals_channel");
    Placeholders.refuse(in, "approvals_channel");
    if (!channel.isEmpty() && !channel.matches("[CG][A-Z0-9]{2,20}")) {
      in.refuse(
          "approvals_channel",
          "must be a channel's id like C0APPROVALS; a channel's name can change");
    }
    return channel;
  }

  private static List<String> ids(YamlMapping in, String key, String letter) {
    List<String> ids = in.texts(key).stream().map(YamlText::value).toList();
    Placeholders.refuse(in, key);
    if (ids.isEmpty() && !in.isGiven(key)) {
      in.refuse(key, "is missing; list the workspaces that may use the bot, like [T0BERTH]");
    } else if (!ids.stream().allMatch(id -> id.matches(letter + "[A-Z0-9]{2,20}"))) {
      in.refuse(key, "must list ids like T0BERTH");
    }
    return ids;
  }
}
