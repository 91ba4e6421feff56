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
public final class Commands {
  private final Deliveries deliveries;
  private final Workspace workspace;
  private final Payloads payloads;

  /**
   * @param home the address of this server, for response URLs
   */
  public Commands(Deliveries deliveries, Workspace workspace, URI home) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new Payloads(workspace, home);
  }

  /**
   * Sends one and shows what the acknowledgement says.
   *
   * @param command with its slash, such as {@code /tcr}
   * @param typed the rest of the line, as typed
   * @param smart whether a phone's keyboard changes dashes and quotes first
   */
  public Acted run(Person person, Channel channel, String command, String typed, boolean smart) {
    String text = CommandText.escaped(smart ? CommandText.smart(typed.strip()) : typed.strip());
    long before = workspace.version();
    List<Delivered> delivered =
        deliveries.send(
            () ->
                Payloads.form(
                    "command",
                    person,
                    channel.label(),
                    (command + " " + text).strip(),
                    fields(person, channel, command, text)));
    Optional<String> toast = Optional.empty();
    for (Delivered one : delivered) {
      toast = toast.or(() -> failure(one, person, channel)).map(error -> sentence(command, error));
    }
    return new Acted(delivered, toast, before);
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
    fields.put("trigger_id", payloads.trigger(person));
    return fields;
  }

  private Optional<String> failure(Delivered delivered, Person person, Channel channel) {
    if (!delivered.ok()) {
      return delivered.error();
    }
    String body = new String(delivered.body(), StandardCharsets.UTF_8);
    if (body.isBlank()) {
      return Optional.empty();
    }
    try {
      AppReply.of(tree(delivered, body))
          .show(
              workspace.messages(),
              new ResponseUrls.Target(person.id(), channel, Optional.empty()));
      return Optional.empty();
    } catch (SlackError refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private static JsonNode tree(Delivered delivered, String body) {
    ObjectNode plain = JsonTrees.object().put("text", body);
    return delivered.type().startsWith("application/json")
        ? JsonTrees.read(delivered.body()).filter(JsonNode::isObject).orElse(plain)
        : plain;
  }

  private static String sentence(String command, String error) {
    return error.startsWith(command)
        ? error
        : command + " failed with the error \u201c" + error + "\u201d";
  }
}
