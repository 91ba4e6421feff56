// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** SCF's Custom Runtime API as far as a training run needs it: one event after the other. */
final class TrainingPlatform implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SynchronousQueue<String> events = new SynchronousQueue<>();
  private final SynchronousQueue<String> answers = new SynchronousQueue<>();

  TrainingPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Hands over one event and waits for what the function posts. */
  String invoke(String event) throws BuildFailed, InterruptedException {
    if (!events.offer(event, LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new BuildFailed("the function in training did not ask for an event");
    }
    String answer = answers.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new BuildFailed("the function in training did not answer " + event);
    }
    return answer;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      String event = "";
      if (path.endsWith("/invocation/next")) {
        event = events.take();
        exchange.getResponseHeaders().set("Request_Id", "training");
        exchange.getResponseHeaders().set("Memory_Limit_In_Mb", "512");
        exchange.getResponseHeaders().set("Time_Limit_In_Ms", "30000");
      } else if (!path.endsWith("/init/ready")) {
        answers.put(new String(body, StandardCharsets.UTF_8));
      }
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
