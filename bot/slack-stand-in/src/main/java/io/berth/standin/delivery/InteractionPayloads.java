// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What all interaction payloads have in common, and how they are sent. */
final class InteractionPayloads {
  private final Workspace workspace;

  InteractionPayloads(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A payload with type, user, team and app, and a new trigger id. */
  ObjectNode start(String type, Member member) {
    ObjectNode payload = JsonTrees.object().put("type", type);
    ObjectNode user = payload.putObject("user").put("id", member.id());
    user.put("username", member.name()).put("name", member.name());
    user.put("team_id", Installation.TEAM_ID);
    payload.put("api_app_id", Installation.APP_ID).put("token", Installation.VERIFICATION_TOKEN);
    payload
        .putObject("team")
        .put("id", Installation.TEAM_ID)
        .put("domain", Installation.TEAM_DOMAIN);
    payload.putNull("enterprise");
    payload.put("is_enterprise_install", false);
    return payload.put("trigger_id", workspace.triggerIds().issue(member.id()));
  }

  /** The payload as Slack posts it: JSON in the form field {@code payload}. */
  static SlackRequest request(Member member, String channel, String summary, ObjectNode payload) {
    String json = new String(JsonTrees.bytes(payload), StandardCharsets.UTF_8);
    String type = payload.path("type").asText();
    return SlackRequest.form(type, member.name(), channel, summary, Map.of("payload", json));
  }
}
