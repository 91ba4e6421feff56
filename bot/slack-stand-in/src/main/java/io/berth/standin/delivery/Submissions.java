// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.BlockKit;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.Person;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * FormUrlEncoding sent and forms closed: {@code view_submission}, {@code view_closed} (Slack,
 * Modals).
 */
public final class Submissions {
  private static final String TROUBLE = "We had some trouble connecting. Try again? ";

  private final Deliveries deliveries;
  private final Workspace workspace;
  private final Payloads payloads;

  /**
   * @param home the address of this server
   */
  public Submissions(Deliveries deliveries, Workspace workspace, URI home) {
    this.deliveries = deliveries;
    this.workspace = workspace;
    this.payloads = new Payloads(workspace, home);
  }

  /** Sends a filled-in form and does what the answer says. */
  public Acted submit(Person person, OpenView view, ObjectNode values) {
    long before = workspace.version();
    List<Delivered> delivered =
        deliveries.send(
            () -> {
              ObjectNode payload = payloads.begin("view_submission", person);
              payload.set("view", view.toSlack(values));
              payload.putArray("response_urls");
              return parcel(person, view, payload);
            });
    Optional<String> toast = Optional.empty();
    for (Delivered one : delivered) {
      toast = toast.or(() -> answered(view, one));
    }
    return new Acted(delivered, toast, before);
  }

  /** Closes a form; the bot hears of it when it asked to ({@code notify_on_close}). */
  public Acted close(Person person, OpenView view, ObjectNode values) {
    long before = workspace.version();
    workspace.views().close(view, false);
    if (!view.view().path("notify_on_close").asBoolean(false)) {
      return new Acted(List.of(), Optional.empty(), before);
    }
    List<Delivered> delivered =
        deliveries.send(
            () -> {
              ObjectNode payload = payloads.begin("view_closed", person);
              payload.remove("trigger_id");
              payload.set("view", view.toSlack(values));
              return parcel(person, view, payload.put("is_cleared", false));
            });
    return new Acted(delivered, Optional.empty(), before);
  }

  private static Parcel parcel(Person person, OpenView view, ObjectNode payload) {
    String kind = payload.path("type").asText();
    return Payloads.parcel(kind, person, "", view.text("callback_id"), payload);
  }

  private Optional<String> answered(OpenView view, Delivered delivered) {
    if (!delivered.ok()) {
      return delivered.error().map(error -> TROUBLE + "(" + error + ")");
    }
    JsonNode answer = JsonTrees.read(delivered.body()).orElse(JsonTrees.object());
    try {
      follow(view, answer);
      return Optional.empty();
    } catch (SlackError refused) {
      return Optional.of(TROUBLE + "(" + refused.getMessage() + ")");
    }
  }

  private void follow(OpenView view, JsonNode answer) throws SlackError {
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
