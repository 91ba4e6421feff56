// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.DeliveryLog;
import io.berth.standin.delivery.Interactions;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.webapi.CallLog;
import io.berth.standin.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** {@code /local/*}: the whole interface, line by line. */
public final class LocalApi implements HttpHandler {
  private static final String FAULT_FIELDS =
      "deliver method error status retry_after hang_ms per_channel_ms when ephemeral count";

  private final List<Route> routes;

  public LocalApi(
      Workspace workspace,
      Interactions interactions,
      PendingFaults pendingFaults,
      DeliveryLog deliveries,
      CallLog calls) {
    LocalJson json = new LocalJson(workspace);
    CommandRoutes commands = new CommandRoutes(interactions.slashCommands(), json);
    ActionRoutes actions = new ActionRoutes(workspace, interactions.blockActions(), json);
    ViewRoutes views = new ViewRoutes(workspace, interactions, json);
    MessageRoutes messages = new MessageRoutes(workspace);
    FaultRoutes faults = new FaultRoutes(workspace, pendingFaults);
    StateRoutes state = new StateRoutes(workspace, json);
    LogRoutes log = new LogRoutes(deliveries, calls);
    this.routes =
        List.of(
            Route.post(
                "/local/command", commands::run, "user channel command text smart thread_ts"),
            Route.post("/local/message", messages::post, "user channel text thread_ts"),
            Route.post(
                "/local/action",
                actions::act,
                "user channel ts action_id value earlier view_id values"),
            Route.post("/local/views/{id}/submit", views::submit, "user values"),
            Route.post("/local/views/{id}/close", views::close, "user values"),
            Route.post("/local/home", views::openHome, "user"),
            Route.post("/local/forget", messages::forget, "user ts"),
            Route.post("/local/faults", faults::add, FAULT_FIELDS),
            Route.delete("/local/faults", faults::clear),
            Route.get("/local/messages", messages::list),
            Route.get("/local/views", views::list),
            Route.get("/local/log", log::log),
            Route.get("/local/faults", faults::list),
            Route.get("/local/people", state::people),
            Route.get("/local/state", state::state),
            Route.get("/local/changes", state::changes));
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    for (Route route : routes) {
      Optional<String> id = route.idIn(request.path());
      if (id.isPresent() && route.method().equals(request.method())) {
        return route.answer(request, id.get());
      }
    }
    return lost(routes.stream().anyMatch(one -> one.idIn(request.path()).isPresent()));
  }

  private HttpResponse lost(boolean otherMethod) {
    ObjectNode tree = JsonTrees.object().put("ok", false);
    routes.forEach(one -> tree.withArrayProperty("routes").add(one.toString()));
    return otherMethod
        ? HttpResponse.json(405, tree.put("error", "method_not_allowed"))
        : HttpResponse.json(404, tree.put("error", "no_such_route"));
  }
}
