// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.ResponseUrls;
import io.berth.standin.workspace.Team;
import io.berth.standin.workspace.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What all interaction payloads have in common, and how they are sent. */
final class InteractionPayloads {
  private final Workspace workspace;
  private final URI home;

  /**
   * @param home the address of this server, for response URLs
   */
  InteractionPayloads(Workspace workspace, URI home) {
    this.workspace = workspace;
    this.home = home;
  }

  /** A payload with type, user, team and app, and a new trigger id. */
  ObjectNode start(String type, Person person) {
    ObjectNode payload = JsonTrees.object().put("type", type);
    payload
        .putObject("user")
        .put("id", person.id())
        .put("username", person.name())
        .put("name", person.name())
        .put("team_id", Team.ID);
    payload.put("api_app_id", Team.APP_ID).put("token", Team.VERIFICATION_TOKEN);
    payload.putObject("team").put("id", Team.ID).put("domain", Team.DOMAIN);
    payload.putNull("enterprise");
    payload.put("is_enterprise_install", false);
    return payload.put("trigger_id", triggerId(person));
  }

  String triggerId(Person person) {
    return workspace.triggers().issue(person.id());
  }

  /** A new response URL. */
  String responseUrl(Person person, Channel channel, Optional<String> original) {
    ResponseUrls.Target target = new ResponseUrls.Target(person.id(), channel, original);
    return home + "/response/" + workspace.responseUrls().issue(target);
  }

  /** The payload as Slack posts it: JSON in the form field {@code payload}. */
  static SlackRequest request(Person person, String channel, String summary, ObjectNode payload) {
    String json = new String(JsonTrees.bytes(payload), StandardCharsets.UTF_8);
    String type = payload.path("type").asText();
    return SlackRequest.form(type, person.name(), channel, summary, Map.of("payload", json));
  }
}
