// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Installation;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The one event that opening the Home tab causes (Slack, app_home_opened). Sent once. */
public final class Events {
  private final DeliverySender deliveries;
  private final Workspace workspace;

  Events(DeliverySender deliveries, Workspace workspace) {
    this.deliveries = deliveries;
    this.workspace = workspace;
  }

  /** Tells the bot that this person looks at its Home tab. */
  public InteractionResult appHomeOpened(Member member) {
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(() -> request(member));
    return new InteractionResult(results, Optional.empty(), before);
  }

  private SlackRequest request(Member member) {
    String ts = workspace.nextTs();
    ObjectNode body = JsonTrees.object().put("token", Installation.VERIFICATION_TOKEN);
    body.put("team_id", Installation.TEAM_ID)
        .put("api_app_id", Installation.APP_ID)
        .put("type", "event_callback");
    body.put("event_id", "Ev" + ts.replace(".", "")).put("is_ext_shared_channel", false);
    body.put("event_time", Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    body.set("event", homeOpened(member, ts));
    return new SlackRequest(
        "event", member.name(), "", "app_home_opened", "application/json", JsonTrees.bytes(body));
  }

  private ObjectNode homeOpened(Member member, String ts) {
    Channel direct = Directory.channelById(member.id()).orElseThrow();
    ObjectNode event = JsonTrees.object().put("type", "app_home_opened").put("user", member.id());
    event.put("channel", direct.id()).put("tab", "home").put("event_ts", ts);
    workspace
        .views()
        .homeOf(member.id())
        .ifPresent(home -> event.set("view", home.toSlack(JsonTrees.object())));
    return event;
  }
}
