// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.json.JsonTrees;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /local/*}: finds the route and answers refusals. */
public final class LocalApi implements HttpHandler {
  /** Does one thing; {@code id} is the part of the path in braces. */
  @FunctionalInterface
  interface Action {
    HttpResponse run(HttpRequest request, String id) throws LocalRefusal;
  }

  /** One line of the interface. */
  record Route(String method, String path, Action action) {
    Optional<String> idIn(String given) {
      Pattern pattern = Pattern.compile(path.replace("{id}", "(?<id>[^/]+)"));
      Matcher matcher = pattern.matcher(given);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      return Optional.of(path.contains("{id}") ? matcher.group("id") : "");
    }
  }

  private final List<Route> routes;

  public LocalApi(Doing doing, Using using, Reading reading) {
    this.routes =
        List.of(
            new Route("POST", "/local/command", doing::command),
            new Route("POST", "/local/message", doing::message),
            new Route("POST", "/local/action", using::action),
            new Route("POST", "/local/views/{id}/submit", using::submit),
            new Route("POST", "/local/views/{id}/close", using::close),
            new Route("POST", "/local/home", doing::home),
            new Route("POST", "/local/forget", doing::forget),
            new Route("POST", "/local/faults", doing::addFault),
            new Route("DELETE", "/local/faults", doing::clearFaults),
            new Route("GET", "/local/messages", reading::messages),
            new Route("GET", "/local/views", reading::views),
            new Route("GET", "/local/log", reading::log),
            new Route("GET", "/local/faults", reading::faults),
            new Route("GET", "/local/people", reading::people),
            new Route("GET", "/local/state", reading::state),
            new Route("GET", "/local/changes", reading::changes));
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    for (Route route : routes) {
      Optional<String> id = route.idIn(request.path());
      if (id.isPresent() && route.method().equals(request.method())) {
        return run(route, request, id.get());
      }
    }
    boolean otherMethod = routes.stream().anyMatch(one -> one.idIn(request.path()).isPresent());
    ObjectNode tree = JsonTrees.object().put("ok", false);
    routes.forEach(one -> tree.withArrayProperty("routes").add(one.method() + " " + one.path()));
    return otherMethod
        ? HttpResponse.json(405, tree.put("error", "method_not_allowed"))
        : HttpResponse.json(404, tree.put("error", "no_such_route"));
  }

  private static HttpResponse run(Route route, HttpRequest request, String id) {
    try {
      return route.action().run(request, id);
    } catch (LocalRefusal refused) {
      return refused.toAnswer();
    }
  }
}
