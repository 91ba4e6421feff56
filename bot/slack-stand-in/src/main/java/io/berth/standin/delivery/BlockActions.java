// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.ElementValue;
import io.berth.standin.workspace.Elements;
import io.berth.standin.workspace.Message;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Clicks and choices: {@code block_actions} (Slack, Handling user interaction). */
public final class BlockActions {
  private final DeliverySender deliveries;
  private final Workspace workspace;
  private final InteractionPayloads payloads;

  /**
   * @param home the address of this server, for response URLs
   */
  public BlockActions(DeliverySender deliveries, Workspace workspace, URI home) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new InteractionPayloads(workspace, home);
  }

  /**
   * A click in a message.
   *
   * @param chosen what was chosen; missing for a button
   * @throws SlackError a sentence, when that cannot be chosen
   */
  public InteractionResult inMessage(
      Person person, Channel channel, Message message, Elements.Place place, JsonNode chosen)
      throws SlackError {
    ObjectNode action = action(place, chosen);
    return send(
        () -> {
          ObjectNode payload = payloads.start("block_actions", person);
          container(payload, message);
          payload.putObject("channel").put("id", channel.id()).put("name", channel.wireName());
          if (!message.ephemeral()) {
            payload.set("message", message.toSlackWithMetadata());
          }
          payload.putObject("state").putObject("values");
          payload.put(
              "response_url", payloads.responseUrl(person, channel, Optional.of(message.ts())));
          return request(person, channel.label(), payload, action);
        });
  }

  /**
   * A click in a form or Home tab.
   *
   * @param values what is filled in so far, as in {@code state.values}
   */
  public InteractionResult inView(
      Person person, OpenView view, Elements.Place place, JsonNode chosen, ObjectNode values)
      throws SlackError {
    ObjectNode action = action(place, chosen);
    return send(
        () -> {
          ObjectNode payload = payloads.start("block_actions", person);
          payload.putObject("container").put("type", "view").put("view_id", view.id());
          payload.set("view", view.toSlack(values));
          return request(person, "", payload, action);
        });
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

  private static void container(ObjectNode payload, Message message) {
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", message.channel());
    container.put("is_ephemeral", message.ephemeral());
    message.threadTs().ifPresent(thread -> container.put("thread_ts", thread));
  }

  private ObjectNode action(Elements.Place place, JsonNode chosen) throws SlackError {
    JsonNode element = place.element();
    ObjectNode action = JsonTrees.object().put("type", element.path("type").asText());
    action.put("action_id", place.actionId()).put("block_id", place.blockId());
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
      Person person, String channel, ObjectNode payload, ObjectNode action) {
    payload.putArray("actions").add(action.deepCopy().put("action_ts", workspace.nextTs()));
    String summary = action.path("action_id").asText();
    return InteractionPayloads.request(person, channel, summary, payload);
  }
}
