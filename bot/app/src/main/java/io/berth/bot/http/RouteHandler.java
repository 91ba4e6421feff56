// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, reads its body and lets its handler answer. */
final class RouteHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

  private final List<Route> routes;

  RouteHandler(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    List<Route> here = routes.stream().filter(route -> route.path().test(path)).toList();
    Optional<Route> route =
        here.stream().filter(one -> one.method().equals(request.getMethod())).findFirst();
    send(route.isPresent() ? answer(route.get(), request) : noRoute(here), response, callback);
    return true;
  }

  private static HttpResponse noRoute(List<Route> here) {
    if (here.isEmpty()) {
      return HttpResponse.refusal(404, "There is nothing at this path.");
    }
    String allowed = here.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
    return HttpResponse.refusal(405, "Use " + allowed + " here.").with("Allow", allowed);
  }

  private static HttpResponse answer(Route route, Request request) {
    try {
      Optional<byte[]> body = Bodies.read(request, route.maxBody());
      return body.isPresent()
          ? ask(route, call(request, body.get()))
          : unread(413, "The body is larger than " + route.maxBody() + " bytes.");
    } catch (Bodies.TooSlow e) {
      return unread(408, "The body took too long to arrive.");
    } catch (IOException e) {
      LOG.warn(
          "{} {}: body not readable: {}",
          request.getMethod(),
          request.getHttpURI().getPath(),
          e.getClass().getName());
      return unread(400, "The body could not be read.");
    }
  }

  /** What is left of the body is not worth reading: the connection ends here. */
  private static HttpResponse unread(int status, String sentence) {
    return HttpResponse.refusal(status, sentence).with("Connection", "close");
  }

  private static HttpResponse ask(Route route, HttpRequest call) {
    try {
      return route.handler().handle(call);
    } catch (Exception e) {
      LOG.error("{} {} failed", call.method(), call.path(), e);
      return HttpResponse.refusal(
          500, "Something went wrong inside Berth; it is in the bot's log.");
    }
  }

  private static HttpRequest call(Request request, byte[] body) {
    return new HttpRequest(
        request.getMethod(), request.getHttpURI().getPath(), headers(request), body);
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
          .add(orEmpty(field));
    }
    return headers;
  }

  private static String orEmpty(HttpField field) {
    return field.getValue() == null ? "" : field.getValue();
  }

  private static void send(HttpResponse reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }
}
