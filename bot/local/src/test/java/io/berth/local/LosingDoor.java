// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a function, passes every call on, and loses the first answers. */
final class LosingDoor implements AutoCloseable {
  private static final List<String> PASSED_ON =
      List.of("content-type", "webhook-id", "webhook-timestamp", "webhook-signature");

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI function;
  private final AtomicInteger toLose;

  /** One call: its id and what the function answered, whether or not that arrived. */
  record Seen(String webhookId, int status, String answer) {}

  final List<Seen> seen = new CopyOnWriteArrayList<>();

  private LosingDoor(HttpServer server, URI function, int toLose) {
    this.server = server;
    this.function = function;
    this.toLose = new AtomicInteger(toLose);
  }

  static LosingDoor before(URI function, int toLose) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LosingDoor door = new LosingDoor(server, function, toLose);
    server.createContext("/", door::pass);
    server.start();
    return door;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(function)
            .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    PASSED_ON.forEach(name -> call.header(name, exchange.getRequestHeaders().getFirst(name)));
    HttpResponse<byte[]> answer;
    try {
      answer = http.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    seen.add(
        new Seen(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            answer.statusCode(),
            new String(answer.body(), UTF_8)));
    if (toLose.getAndDecrement() <= 0) {
      answer
          .headers()
          .firstValue("retry-after")
          .ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }
}
