// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockKit;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * FormUrlEncoding sent and forms closed: {@code view_submission}, {@code view_closed} (Slack,
 * Modals).
 */
public final class ViewSubmissions {
  private static final String TROUBLE = "We had some trouble connecting. Try again? (%s)";

  private final DeliverySender deliveries;
  private final Workspace workspace;
  private final InteractionPayloads payloads;

  ViewSubmissions(DeliverySender deliveries, Workspace workspace) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new InteractionPayloads(workspace);
  }

  /** Sends a filled-in form and does what the answer says. */
  public InteractionResult submit(Member member, OpenView view, ObjectNode values) {
    long before = workspace.version();
    List<DeliveryResult> results = deliveries.send(() -> submission(member, view, values));
    Optional<String> toast = Optional.empty();
    for (DeliveryResult one : results) {
      toast = toast.or(() -> failure(view, one).map(TROUBLE::formatted));
    }
    return new InteractionResult(results, toast, before);
  }

  /** Closes a form; the bot hears of it when it asked to ({@code notify_on_close}). */
  public InteractionResult close(Member member, OpenView view, ObjectNode values) {
    long before = workspace.version();
    workspace.views().close(view, false);
    List<DeliveryResult> results =
        view.view().path("notify_on_close").asBoolean(false)
            ? deliveries.send(() -> closing(member, view, values))
            : List.of();
    return new InteractionResult(results, Optional.empty(), before);
  }

  private SlackRequest submission(Member member, OpenView view, ObjectNode values) {
    ObjectNode payload = payloads.start("view_submission", member);
    payload.set("view", view.toSlack(values));
    payload.putArray("response_urls");
    return InteractionPayloads.request(member, "", view.text("callback_id"), payload);
  }

  private SlackRequest closing(Member member, OpenView view, ObjectNode values) {
    ObjectNode payload = payloads.start("view_closed", member);
    payload.remove("trigger_id");
    payload.set("view", view.toSlack(values));
    payload.put("is_cleared", false);
    return InteractionPayloads.request(member, "", view.text("callback_id"), payload);
  }

  private Optional<String> failure(OpenView view, DeliveryResult result) {
    if (result.error().isPresent()) {
      return result.error();
    }
    try {
      applyResponseAction(
          view, JsonTrees.read(result.acknowledgement().body()).orElse(JsonTrees.object()));
      return Optional.empty();
    } catch (SlackError refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** Does what the acknowledgement's {@code response_action} says. */
  private void applyResponseAction(OpenView view, JsonNode answer) throws SlackError {
    switch (answer.path("response_action").asText("")) {
      case "errors" -> workspace.views().refuse(view.id(), errors(view, answer.path("errors")));
      case "update" ->
          workspace
              .views()
              .update(view.id(), Optional.empty(), BlockKit.view(answer.path("view"), "modal"));
      case "push" ->
          workspace.views().push(view.userId(), BlockKit.view(answer.path("view"), "modal"));
      case "clear" -> workspace.views().close(view, true);
      default -> workspace.views().close(view, false);
    }
  }

  private static Map<String, String> errors(OpenView view, JsonNode given) throws SlackError {
    List<String> known = view.view().path("blocks").findValuesAsText("block_id");
    Map<String, String> errors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.properties()) {
      if (!known.contains(one.getKey())) {
        throw new SlackError("errors names a block_id that is not there: " + one.getKey());
      }
      errors.put(one.getKey(), one.getValue().asText());
    }
    return errors;
  }
}
