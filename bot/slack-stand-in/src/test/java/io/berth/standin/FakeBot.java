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
import java.util.function.Function;

/** A bot that keeps what it gets and answers what the test says. */
final class FakeBot implements AutoCloseable {
  record Answer(int status, String type, String body) {}

  record Got(String body, String timestamp, String signature, String type) {
    Map<String, String> form() {
      return FormUrlEncoding.decode(body);
    }

    JsonNode payload() {
      String json = form().getOrDefault("payload", body);
      return JsonTrees.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
  }

  static final Answer SILENT = new Answer(200, "text/plain", "");

  final List<Got> got = new CopyOnWriteArrayList<>();
  final CountDownLatch release = new CountDownLatch(1);
  volatile Function<Got, Answer> answers = any -> SILENT;
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
    answers = any -> new Answer(200, "application/json; charset=utf-8", json);
  }

  void hangs() {
    answers =
        any -> {
          try {
            release.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return new Answer(200, "text/plain", "too late");
        };
  }

  Got last() {
    return got.get(got.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Got one =
        new Got(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
            exchange.getRequestHeaders().getFirst("X-Slack-Signature"),
            exchange.getRequestHeaders().getFirst("Content-Type"));
    got.add(one);
    Answer answer = answers.apply(one);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
