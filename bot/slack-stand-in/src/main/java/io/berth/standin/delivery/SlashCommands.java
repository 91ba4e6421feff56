// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.AppReply;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.ResponseUrls;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Team;
import io.berth.standin.workspace.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slash commands (Slack, Implementing slash commands). */
public final class SlashCommands {
  private final DeliverySender deliveries;
  private final Workspace workspace;
  private final InteractionPayloads payloads;

  /**
   * @param home the address of this server, for response URLs
   */
  public SlashCommands(DeliverySender deliveries, Workspace workspace, URI home) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new InteractionPayloads(workspace, home);
  }

  /**
   * Sends one and shows what the acknowledgement says.
   *
   * @param command with its slash, such as {@code /tcr}
   * @param typed the rest of the line, as typed
   * @param smart whether a phone's keyboard changes dashes and quotes first
   */
  public InteractionResult run(
      Person person, Channel channel, String command, String typed, boolean smart) {
    String text = TypedText.escaped(smart ? TypedText.smart(typed.strip()) : typed.strip());
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(() -> request(person, channel, command, text));
    Optional<String> toast = Optional.empty();
    for (DeliveryResult one : results) {
      toast = toast.or(() -> failure(one, person, channel).map(error -> toast(command, error)));
    }
    return new InteractionResult(results, toast, before);
  }

  private SlackRequest request(Person person, Channel channel, String command, String text) {
    String summary = (command + " " + text).strip();
    Map<String, String> fields = fields(person, channel, command, text);
    return SlackRequest.form("command", person.name(), channel.label(), summary, fields);
  }

  private Map<String, String> fields(Person person, Channel channel, String command, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", Team.VERIFICATION_TOKEN);
    fields.put("team_id", Team.ID);
    fields.put("team_domain", Team.DOMAIN);
    fields.put("channel_id", channel.id());
    fields.put("channel_name", channel.wireName());
    fields.put("user_id", person.id());
    fields.put("user_name", person.name());
    fields.put("command", command);
    fields.put("text", text);
    fields.put("api_app_id", Team.APP_ID);
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", payloads.responseUrl(person, channel, Optional.empty()));
    fields.put("trigger_id", payloads.triggerId(person));
    return fields;
  }

  private Optional<String> failure(DeliveryResult result, Person person, Channel channel) {
    if (result.error().isPresent()) {
      return result.error();
    }
    try {
      show(result.acknowledgement(), person, channel);
      return Optional.empty();
    } catch (SlackError refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private void show(Acknowledgement acknowledgement, Person person, Channel channel)
      throws SlackError {
    String body = new String(acknowledgement.body(), StandardCharsets.UTF_8);
    if (!body.isBlank()) {
      AppReply.of(tree(acknowledgement, body))
          .show(
              workspace.messages(),
              new ResponseUrls.Target(person.id(), channel, Optional.empty()));
    }
  }

  private static JsonNode tree(Acknowledgement acknowledgement, String body) {
    ObjectNode plain = JsonTrees.object().put("text", body);
    return acknowledgement.type().startsWith("application/json")
        ? JsonTrees.read(acknowledgement.body()).filter(JsonNode::isObject).orElse(plain)
        : plain;
  }

  private static String toast(String command, String error) {
    return "%s failed with the error \u201c%s\u201d".formatted(command, error);
  }
}
