// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import io.berth.emulator.persistence.BadState;
import io.berth.emulator.text.StrictJson.MalformedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Routes found by path and HTTP method; the refusal of any other request names those there are. */
final class RoutesByMethod {
  private final Map<String, Map<String, AdminRoute>> routes = new LinkedHashMap<>();

  /** One route: a request in, an answer out. */
  @FunctionalInterface
  interface AdminRoute {
    AdminReply reply(AdminRequest request) throws BadField, BadState, MalformedJson;
  }

  /** Serves {@code /_emulator/NAME} with this method. */
  RoutesByMethod with(String method, String name, AdminRoute route) {
    routes.computeIfAbsent("/_emulator/" + name, path -> new LinkedHashMap<>()).put(method, route);
    return this;
  }

  AdminReply reply(AdminRequest request) throws BadField, BadState, MalformedJson {
    Map<String, AdminRoute> methods = routes.get(request.path());
    if (methods == null) {
      return AdminReply.refused(
          404, "path", "must be one of " + String.join(", ", routes.keySet()));
    }
    return methods.containsKey(request.method())
        ? methods.get(request.method()).reply(request)
        : AdminReply.refused(
            405, "method", "must be " + String.join(" or ", new TreeSet<>(methods.keySet())));
  }
}
