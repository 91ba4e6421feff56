// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the interface.
 *
 * @param method the HTTP method
 * @param path the path, in which {@code {id}} stands for one segment
 * @param handler what answers
 * @param fields what a body may hold; for {@code POST} alone
 */
record Route(String method, String path, LocalHandler handler, List<String> fields) {

  static Route get(String path, LocalHandler handler) {
    return new Route("GET", path, handler, List.of());
  }

  static Route delete(String path, LocalHandler handler) {
    return new Route("DELETE", path, handler, List.of());
  }

  /**
   * @param fields names with a space between them
   */
  static Route post(String path, LocalHandler handler, String fields) {
    return new Route("POST", path, handler, List.of(fields.split(" ")));
  }

  /** The id in a path of this route, empty when the route has none; nothing for other paths. */
  Optional<String> idIn(String given) {
    Matcher matcher = Pattern.compile(path.replace("{id}", "(?<id>[^/]+)")).matcher(given);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(path.contains("{id}") ? matcher.group("id") : "");
  }

  HttpResponse answer(HttpRequest request, String id) {
    try {
      return handler.handle(
          method.equals("POST")
              ? LocalRequest.body(request, id, fields)
              : LocalRequest.query(request, id));
    } catch (LocalRefusal refused) {
      return refused.toResponse();
    }
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
