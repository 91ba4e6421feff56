// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.Team;
import io.berth.standin.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The one event that opening the Home tab causes (Slack, app_home_opened). Sent once. */
public final class Events {
  private final DeliverySender deliveries;
  private final Workspace workspace;

  public Events(DeliverySender deliveries, Workspace workspace) {
    this.deliveries = deliveries;
    this.workspace = workspace;
  }

  /** Tells the bot that this person looks at its Home tab. */
  public InteractionResult homeOpened(Person person) {
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(() -> request(person));
    return new InteractionResult(results, Optional.empty(), before);
  }

  private SlackRequest request(Person person) {
    String ts = workspace.nextTs();
    ObjectNode body = JsonTrees.object().put("token", Team.VERIFICATION_TOKEN);
    body.put("team_id", Team.ID).put("api_app_id", Team.APP_ID).put("type", "event_callback");
    body.put("event_id", "Ev" + ts.replace(".", "")).put("is_ext_shared_channel", false);
    body.put("event_time", Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    body.set("event", homeOpened(person, ts));
    return new SlackRequest(
        "event", person.name(), "", "app_home_opened", "application/json", JsonTrees.bytes(body));
  }

  private ObjectNode homeOpened(Person person, String ts) {
    Channel direct = Directory.channelById(person.id()).orElseThrow();
    ObjectNode event = JsonTrees.object().put("type", "app_home_opened").put("user", person.id());
    event.put("channel", direct.id()).put("tab", "home").put("event_ts", ts);
    workspace
        .views()
        .homeOf(person.id())
        .ifPresent(home -> event.set("view", home.toSlack(JsonTrees.object())));
    return event;
  }
}
