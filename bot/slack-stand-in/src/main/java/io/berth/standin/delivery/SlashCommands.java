// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.response.ResponseMessage;
import io.berth.standin.response.ResponseTarget;
import io.berth.standin.response.ResponseUrls;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slash commands (Slack, Implementing slash commands). */
public final class SlashCommands {
  private final DeliverySender deliveries;
  private final Workspace workspace;
  private final ResponseUrls responseUrls;

  SlashCommands(DeliverySender deliveries, Workspace workspace, ResponseUrls responseUrls) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.responseUrls = responseUrls;
  }

  /**
   * Sends one and shows what the acknowledgement says.
   *
   * @param command with its slash, such as {@code /tcr}
   * @param typed the rest of the line, as typed
   * @param smart whether a phone's keyboard changes dashes and quotes first
   */
  public InteractionResult run(
      Member member, Channel channel, String command, String typed, boolean smart) {
    String text = TypedText.escaped(smart ? TypedText.smart(typed.strip()) : typed.strip());
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(() -> request(member, channel, command, text));
    Optional<String> toast = Optional.empty();
    for (DeliveryResult one : results) {
      toast = toast.or(() -> failure(one, member, channel).map(error -> toast(command, error)));
    }
    return new InteractionResult(results, toast, before);
  }

  private SlackRequest request(Member member, Channel channel, String command, String text) {
    String summary = (command + " " + text).strip();
    Map<String, String> fields = fields(member, channel, command, text);
    return SlackRequest.form("command", member.name(), channel.label(), summary, fields);
  }

  private Map<String, String> fields(Member member, Channel channel, String command, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", Installation.VERIFICATION_TOKEN);
    fields.put("team_id", Installation.TEAM_ID);
    fields.put("team_domain", Installation.TEAM_DOMAIN);
    fields.put("channel_id", channel.id());
    fields.put("channel_name", channel.wireName());
    fields.put("user_id", member.id());
    fields.put("user_name", member.name());
    fields.put("command", command);
    fields.put("text", text);
    fields.put("api_app_id", Installation.APP_ID);
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", responseUrls.issue(target(member, channel)));
    fields.put("trigger_id", workspace.triggerIds().issue(member.id()));
    return fields;
  }

  private Optional<String> failure(DeliveryResult result, Member member, Channel channel) {
    if (result.error().isPresent()) {
      return result.error();
    }
    try {
      show(result.acknowledgement(), member, channel);
      return Optional.empty();
    } catch (SlackError refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private void show(Acknowledgement acknowledgement, Member member, Channel channel)
      throws SlackError {
    String body = new String(acknowledgement.body(), StandardCharsets.UTF_8);
    if (!body.isBlank()) {
      ResponseMessage.of(tree(acknowledgement, body))
          .show(workspace.messages(), target(member, channel));
    }
  }

  private static JsonNode tree(Acknowledgement acknowledgement, String body) {
    ObjectNode plain = JsonTrees.object().put("text", body);
    return acknowledgement.type().startsWith("application/json")
        ? JsonTrees.read(acknowledgement.body()).filter(JsonNode::isObject).orElse(plain)
        : plain;
  }

  private static ResponseTarget target(Member member, Channel channel) {
    return new ResponseTarget(member.id(), channel, Optional.empty());
  }

  private static String toast(String command, String error) {
    return "%s failed with the error \u201c%s\u201d".formatted(command, error);
  }
}
