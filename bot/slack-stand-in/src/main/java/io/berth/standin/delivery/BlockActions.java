// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockElement;
import io.berth.standin.blockkit.ElementValue;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.response.ResponseTarget;
import io.berth.standin.response.ResponseUrls;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.PostedMessage;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Clicks and choices: {@code block_actions} (Slack, Handling user interaction). */
public final class BlockActions {
  private final DeliverySender deliveries;
  private final Workspace workspace;
  private final InteractionPayloads payloads;
  private final ResponseUrls responseUrls;

  BlockActions(DeliverySender deliveries, Workspace workspace, ResponseUrls responseUrls) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new InteractionPayloads(workspace);
    this.responseUrls = responseUrls;
  }

  /**
   * A click in a message.
   *
   * @param chosen what was chosen; missing for a button
   * @throws SlackError a sentence, when that cannot be chosen
   */
  public InteractionResult inMessage(
      Member member, Channel channel, PostedMessage message, BlockElement element, JsonNode chosen)
      throws SlackError {
    ObjectNode action = action(element, chosen);
    return send(() -> request(member, channel.label(), payload(member, channel, message), action));
  }

  /**
   * A click in a form or Home tab.
   *
   * @param values what is filled in so far, as in {@code state.values}
   */
  public InteractionResult inView(
      Member member, OpenView view, BlockElement element, JsonNode chosen, ObjectNode values)
      throws SlackError {
    ObjectNode action = action(element, chosen);
    return send(() -> request(member, "", payload(member, view, values), action));
  }

  private ObjectNode payload(Member member, Channel channel, PostedMessage message) {
    ObjectNode payload = payloads.start("block_actions", member);
    container(payload, message);
    payload.putObject("channel").put("id", channel.id()).put("name", channel.wireName());
    if (!message.ephemeral()) {
      payload.set("message", message.toSlackWithMetadata());
    }
    payload.putObject("state").putObject("values");
    ResponseTarget target = new ResponseTarget(member.id(), channel, Optional.of(message.ts()));
    return payload.put("response_url", responseUrls.issue(target));
  }

  private ObjectNode payload(Member member, OpenView view, ObjectNode values) {
    ObjectNode payload = payloads.start("block_actions", member);
    payload.putObject("container").put("type", "view").put("view_id", view.id());
    return payload.set("view", view.toSlack(values));
  }

  private InteractionResult send(Supplier<SlackRequest> requests) {
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(requests);
    Optional<String> toast =
        results.stream()
            .flatMap(one -> one.error().stream())
            .findFirst()
            .map("Berth did not take the click: \u201c%s\u201d"::formatted);
    return new InteractionResult(results, toast, before);
  }

  private static void container(ObjectNode payload, PostedMessage message) {
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", message.channel());
    container.put("is_ephemeral", message.ephemeral());
    message.threadTs().ifPresent(thread -> container.put("thread_ts", thread));
  }

  private static ObjectNode action(BlockElement clicked, JsonNode chosen) throws SlackError {
    JsonNode element = clicked.element();
    ObjectNode action = JsonTrees.object().put("type", clicked.type());
    action.put("action_id", clicked.actionId()).put("block_id", clicked.blockId());
    if (element.has("text")) {
      action.set("text", element.path("text").deepCopy());
    }
    if (element.has("style")) {
      action.put("style", element.path("style").asText());
    }
    ElementValue.put(action, element, chosen);
    return action;
  }

  private SlackRequest request(
      Member member, String channel, ObjectNode payload, ObjectNode action) {
    payload.putArray("actions").add(action.deepCopy().put("action_ts", workspace.nextTs()));
    String summary = action.path("action_id").asText();
    return InteractionPayloads.request(member, channel, summary, payload);
  }
}
