// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.standin.http.FormUrlEncoding;
import io.berth.standin.json.JsonTrees;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A bot that keeps what it gets and answers what the test says. */
final class FakeBot implements AutoCloseable {
  record Acknowledgement(int status, String type, String body) {}

  record Received(String body, String timestamp, String signature, String type) {
    Map<String, String> form() {
      return FormUrlEncoding.decode(body);
    }

    JsonNode payload() {
      String json = form().getOrDefault("payload", body);
      return JsonTrees.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
  }

  static final Acknowledgement SILENT = new Acknowledgement(200, "text/plain", "");

  final List<Received> received = new CopyOnWriteArrayList<>();
  final CountDownLatch release = new CountDownLatch(1);
  final Semaphore finished = new Semaphore(0);
  volatile Function<Received, Acknowledgement> answers = any -> SILENT;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FakeBot() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/slack/events", this::handle);
    server.start();
  }

  URI events() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  void answersJson(String json) {
    answers = any -> new Acknowledgement(200, "application/json; charset=utf-8", json);
  }

  /** Loses the connection instead of answering. */
  void hangsUp() {
    answers =
        any -> {
          throw new IllegalStateException("this bot hangs up");
        };
  }

  void hangs() {
    answers =
        any -> {
          try {
            release.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return new Acknowledgement(200, "text/plain", "too late");
        };
  }

  Received last() {
    return received.get(received.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Received one = read(exchange);
      received.add(one);
      answer(exchange, answers.apply(one));
    } finally {
      exchange.close();
      finished.release();
    }
  }

  private static Received read(HttpExchange exchange) throws IOException {
    return new Received(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
        exchange.getRequestHeaders().getFirst("X-Slack-Signature"),
        exchange.getRequestHeaders().getFirst("Content-Type"));
  }

  private static void answer(HttpExchange exchange, Acknowledgement acknowledgement)
      throws IOException {
    byte[] body = acknowledgement.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", acknowledgement.type());
    exchange.sendResponseHeaders(acknowledgement.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
