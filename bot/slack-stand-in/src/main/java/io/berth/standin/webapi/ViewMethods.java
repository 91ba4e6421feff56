// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.blockkit.BlockKit;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import io.berth.standin.workspace.OpenView;
import io.berth.standin.workspace.SlackError;
import io.berth.standin.workspace.Workspace;
import java.util.Map;

/** {@code views.*}: forms and Home tabs. */
final class ViewMethods {
  private final Workspace workspace;

  ViewMethods(Workspace workspace) {
    this.workspace = workspace;
  }

  Map<String, WebApiMethod> methods() {
    return Map.of(
        "views.open", this::open,
        "views.push", this::push,
        "views.update", this::update,
        "views.publish", this::publish);
  }

  private ObjectNode open(MethodArguments arguments) throws SlackError {
    ObjectNode view = BlockKit.view(given(arguments), "modal");
    return answer(workspace.views().open(user(arguments), view));
  }

  private ObjectNode push(MethodArguments arguments) throws SlackError {
    ObjectNode view = BlockKit.view(given(arguments), "modal");
    return answer(workspace.views().push(user(arguments), view));
  }

  private ObjectNode update(MethodArguments arguments) throws SlackError {
    String id =
        arguments
            .text("view_id")
            .or(() -> arguments.text("external_id"))
            .orElseThrow(() -> new SlackError("not_found"));
    JsonNode given = given(arguments);
    String type = given.path("type").asText().equals("home") ? "home" : "modal";
    ObjectNode view = BlockKit.view(given, type);
    return answer(workspace.views().update(id, arguments.text("hash"), view));
  }

  private ObjectNode publish(MethodArguments arguments) throws SlackError {
    Member member =
        arguments
            .text("user_id")
            .flatMap(Directory::member)
            .orElseThrow(() -> new SlackError("user_not_found"));
    ObjectNode view = BlockKit.view(given(arguments), "home");
    return answer(workspace.views().publish(member.id(), arguments.text("hash"), view));
  }

  private String user(MethodArguments arguments) throws SlackError {
    return workspace.triggerIds().exchange(arguments.required("trigger_id"));
  }

  private static JsonNode given(MethodArguments arguments) throws SlackError {
    return arguments.tree("view", "invalid_arguments");
  }

  private static ObjectNode answer(OpenView view) {
    return JsonTrees.object().set("view", view.toSlack(JsonTrees.object()));
  }
}
