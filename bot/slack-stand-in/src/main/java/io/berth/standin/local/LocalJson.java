// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.DeliveryResult;
import io.berth.standin.delivery.InteractionResult;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.Workspace;
import java.util.List;

/** Writes messages, forms and results for scripts and for the page. */
final class LocalJson {
  private final Workspace workspace;

  LocalJson(Workspace workspace) {
    this.workspace = workspace;
  }

  /** How all answers begin in which nothing was refused. */
  static ObjectNode ok() {
    return JsonTrees.object().put("ok", true);
  }

  /** A message as Slack writes it, with names beside the ids. */
  static ObjectNode message(PostedMessage message) {
    ObjectNode tree = message.toSlackWithMetadata();
    Channel channel = Directory.channelById(message.channel()).orElseThrow();
    tree.put("channel", channel.id()).put("channel_name", channel.label());
    tree.put("user_name", Directory.member(message.author()).map(Member::name).orElse(""));
    return tree.put("ephemeral", message.ephemeral()).put("version", message.version());
  }

  static ArrayNode messages(List<PostedMessage> list) {
    ArrayNode trees = JsonTrees.array();
    list.forEach(one -> trees.add(message(one)));
    return trees;
  }

  /** A member's open forms, the last one on top, and the Home tab, into an answer. */
  ObjectNode putViews(ObjectNode tree, Member member) {
    tree.set("views", views(member));
    JsonNode none = JsonTrees.object().nullNode();
    return tree.set(
        "home", workspace.views().homeOf(member.id()).<JsonNode>map(LocalJson::view).orElse(none));
  }

  /** How the deliveries went, and what this member sees that is new since then. */
  HttpResponse interaction(InteractionResult result, Member member) {
    ObjectNode tree = JsonTrees.object().put("ok", result.toast().isEmpty());
    result.error().ifPresent(error -> tree.put("error", error));
    result.toast().ifPresent(toast -> tree.put("toast", toast));
    putDeliveries(tree, result.deliveries());
    List<PostedMessage> visible = workspace.messages().visibleTo(member.id());
    tree.set(
        "saw",
        messages(visible.stream().filter(one -> one.version() > result.versionBefore()).toList()));
    tree.set("views", views(member));
    return HttpResponse.json(200, tree);
  }

  private static void putDeliveries(ObjectNode tree, List<DeliveryResult> deliveries) {
    if (!deliveries.isEmpty()) {
      tree.set("delivery", deliveries.get(0).toJson());
    }
    if (deliveries.size() > 1) {
      deliveries.forEach(one -> tree.withArrayProperty("deliveries").add(one.toJson()));
    }
  }

  private ArrayNode views(Member member) {
    ArrayNode trees = JsonTrees.array();
    workspace.views().openOf(member.id()).forEach(one -> trees.add(view(one)));
    return trees;
  }

  /** A form with the sentences of its last refusal. */
  private static ObjectNode view(OpenView view) {
    ObjectNode tree = view.toSlack(JsonTrees.object());
    ObjectNode errors = tree.putObject("errors");
    view.errors().forEach(errors::put);
    return tree;
  }
}
