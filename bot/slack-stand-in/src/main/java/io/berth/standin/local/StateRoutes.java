// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.Workspace;
import java.time.Duration;
import java.util.List;

/** {@code GET /local/people}, {@code state} and {@code changes}: all that the page shows. */
final class StateRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PAGE_MESSAGES = 400;

  private final Workspace workspace;
  private final LocalJson json;

  StateRoutes(Workspace workspace, LocalJson json) {
    this.workspace = workspace;
    this.json = json;
  }

  HttpResponse people(LocalRequest request) {
    return HttpResponse.json(200, LocalJson.ok().set("people", everybody()));
  }

  /** Everything the page shows for one member. */
  HttpResponse state(LocalRequest request) throws LocalRefusal {
    Member member = request.member();
    return workspace.atomically(() -> HttpResponse.json(200, state(member)));
  }

  /** Answers when something is newer than {@code since}, or after a while. */
  HttpResponse changes(LocalRequest request) throws LocalRefusal {
    String since = request.text("since").orElse("0");
    if (!since.matches("\\d{1,18}")) {
      throw LocalRefusal.bad("since", "must be a version number, such as 0.");
    }
    return HttpResponse.json(200, LocalJson.ok().put("version", awaitNewer(Long.parseLong(since))));
  }

  private long awaitNewer(long since) {
    try {
      return workspace.awaitNewer(since, PATIENCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return workspace.version();
    }
  }

  private ObjectNode state(Member member) {
    ObjectNode tree = LocalJson.ok().put("version", workspace.version()).put("you", member.id());
    tree.set("people", everybody());
    ArrayNode channels = tree.putArray("channels");
    Directory.channels().stream()
        .filter(one -> one.visibleTo(member.id()))
        .forEach(one -> channels.add(channel(one)));
    List<PostedMessage> visible = workspace.messages().visibleTo(member.id());
    int from = Math.max(0, visible.size() - PAGE_MESSAGES);
    tree.set("messages", LocalJson.messages(visible.subList(from, visible.size())));
    return json.putViews(tree, member);
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

  /** By channel, the ts of the newest message that concerns this member, for the page's marks. */
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
    return tree.put("topic", channel.topic()).put("direct", channel.directWith().isPresent());
  }
}
