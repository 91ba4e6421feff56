// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * AWS Lambda's runtime API, version 2018-06-01, on a loopback socket: one event at a time, and its
 * answer under its id. An error, of a call or of the start, is handed over like an answer.
 */
final class FakeLambda implements AutoCloseable {
  private static final String API = "/2018-06-01/runtime/";
  private static final int LONGEST_SECONDS = 60;

  private record Event(String id, String json) {}

  /** What was posted where, e.g. to {@code invocation/aws-1/response}. */
  record Post(String path, String body) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-lambda");
            thread.setDaemon(true);
            return thread;
          });
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();

  FakeLambda() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(API, this::serve);
    server.start();
  }

  /** For {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands over one event and waits for what is posted next. */
  Post invoke(String id, String json) throws InterruptedException {
    events.add(new Event(id, json));
    return nextPost();
  }

  Post nextPost() throws InterruptedException {
    Post post = posts.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (post == null) {
      throw new AssertionError("nothing was posted");
    }
    return post;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath().substring(API.length());
      if (!path.equals("invocation/next")) {
        exchange.sendResponseHeaders(202, -1);
        posts.add(new Post(path, new String(body, UTF_8)));
        return;
      }
      Event event = events.take();
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", event.id());
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:function:berth");
      byte[] json = event.json().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, json.length);
      exchange.getResponseBody().write(json);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
