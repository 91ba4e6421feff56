// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.DeliveryLog;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.webapi.CallLog;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What scripts and the page may read. */
public final class Reading {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PAGE_MESSAGES = 400;

  private final Workspace workspace;
  private final DeliveryLog deliveries;
  private final CallLog calls;
  private final PendingFaults faults;
  private final Shown shown;

  public Reading(Workspace workspace, DeliveryLog deliveries, CallLog calls, PendingFaults faults) {
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.calls = calls;
    this.faults = faults;
    this.shown = new Shown(workspace);
  }

  /** What a person sees in a channel; without a person, what everybody sees. */
  HttpResponse messages(HttpRequest request, String none) throws LocalRefusal {
    Ask ask = Ask.query(request);
    String reader = ask.text("user").isPresent() ? ask.member().id() : "";
    List<PostedMessage> list = workspace.messages().visibleTo(reader);
    if (ask.text("channel").isPresent()) {
      Channel channel = reader.isEmpty() ? shared(ask) : ask.channel(ask.member());
      list = list.stream().filter(one -> one.channel().equals(channel.id())).toList();
    }
    return HttpResponse.json(200, ok().set("messages", Shown.messages(list)));
  }

  /** A person's open forms and Home tab. */
  HttpResponse views(HttpRequest request, String none) throws LocalRefusal {
    Member member = Ask.query(request).member();
    ObjectNode tree = ok().set("views", shown.views(member));
    tree.set("home", home(member));
    return HttpResponse.json(200, tree);
  }

  /** Deliveries to the bot, and calls from it. */
  HttpResponse log(HttpRequest request, String none) {
    ObjectNode tree = ok().set("deliveries", deliveries.toJson());
    tree.set("calls", calls.toJson());
    return HttpResponse.json(200, tree);
  }

  HttpResponse faults(HttpRequest request, String none) {
    return HttpResponse.json(200, ok().set("faults", faults.toJson()));
  }

  HttpResponse people(HttpRequest request, String none) {
    return HttpResponse.json(200, ok().set("people", everybody()));
  }

  /** Everything the page shows for one person. */
  HttpResponse state(HttpRequest request, String none) throws LocalRefusal {
    Member member = Ask.query(request).member();
    return workspace.atomically(() -> state(member));
  }

  /** Answers when something is newer than {@code since}, or after a while. */
  HttpResponse changes(HttpRequest request, String none) throws LocalRefusal {
    String since = Ask.query(request).text("since").orElse("0");
    if (!since.matches("\\d{1,18}")) {
      throw LocalRefusal.bad("since", "must be a version number, such as 0.");
    }
    try {
      long version = workspace.awaitNewer(Long.parseLong(since), PATIENCE);
      return HttpResponse.json(200, ok().put("version", version));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return HttpResponse.json(200, ok().put("version", workspace.version()));
    }
  }

  private HttpResponse state(Member member) {
    ObjectNode tree = ok().put("version", workspace.version()).put("you", member.id());
    tree.set("people", everybody());
    ArrayNode channels = tree.putArray("channels");
    Directory.channels().stream()
        .filter(one -> one.visibleTo(member.id()))
        .forEach(one -> channels.add(channel(one)));
    List<PostedMessage> visible = workspace.messages().visibleTo(member.id());
    int from = Math.max(0, visible.size() - PAGE_MESSAGES);
    tree.set("messages", Shown.messages(visible.subList(from, visible.size())));
    tree.set("views", shown.views(member));
    tree.set("home", home(member));
    return HttpResponse.json(200, tree);
  }

  private ArrayNode everybody() {
    ArrayNode list = JsonTrees.array();
    for (Member member : Directory.members()) {
      ObjectNode entry = list.addObject().put("id", member.id()).put("name", member.name());
      entry.put("real_name", member.realName()).put("role", member.role());
      entry.put("guest", member.guest()).put("bot", member.bot());
      entry.set("concerned", concerned(member));
    }
    return list;
  }

  /** By channel, the ts of the newest message that concerns this person, for the page's marks. */
  private ObjectNode concerned(Member member) {
    ObjectNode newest = JsonTrees.object();
    workspace.messages().visibleTo(member.id()).stream()
        .filter(one -> !one.author().equals(member.id()) && concerns(member, one))
        .forEach(one -> newest.put(one.channel(), one.ts()));
    return newest;
  }

  private static boolean concerns(Member member, PostedMessage message) {
    String said = message.content().text() + message.content().blocks();
    return message.ephemeral()
        || message.channel().startsWith("D")
        || said.contains("<@" + member.id())
        || said.contains("<!subteam^") && Directory.approvers().contains(member.id());
  }

  private static ObjectNode channel(Channel channel) {
    ObjectNode tree = JsonTrees.object().put("id", channel.id()).put("name", channel.name());
    tree.put("topic", channel.topic()).put("direct", channel.directWith().isPresent());
    return tree;
  }

  private JsonNode home(Member member) {
    return workspace
        .views()
        .homeOf(member.id())
        .<JsonNode>map(Shown::view)
        .orElse(JsonTrees.object().nullNode());
  }

  private static Channel shared(Ask ask) throws LocalRefusal {
    Optional<Channel> channel =
        Directory.channel(ask.required("channel", "#requests"))
            .filter(one -> one.directWith().isEmpty());
    return channel.orElseThrow(
        () ->
            LocalRefusal.bad(
                "channel", "without a user only #requests and #approvals can be read; add user="));
  }

  private static ObjectNode ok() {
    return JsonTrees.object().put("ok", true);
  }
}
