// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SCF's Custom Runtime API on a loopback socket: one event at a time, the same event again until it
 * is answered, the first post is final. It can drop connections without an answer.
 */
public final class FakePlatform implements AutoCloseable {
  /** What the function posted: to {@code response}, or to {@code error}. */
  public record PostedAnswer(boolean succeeded, String body) {}

  private record Dispatch(
      byte[] event, String requestId, long limitMillis, CompletableFuture<PostedAnswer> answer) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-platform");
            thread.setDaemon(true);
            return thread;
          });
  private final LinkedBlockingQueue<Dispatch> waiting = new LinkedBlockingQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicInteger drops = new AtomicInteger();
  private final AtomicInteger polls = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile Dispatch current;
  private volatile int responseStatus = 200;

  public FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The environment that SCF gives a Custom Runtime. */
  public Map<String, String> environment(String handler) {
    return Map.of(
        "SCF_RUNTIME_API",
        "127.0.0.1",
        "SCF_RUNTIME_API_PORT",
        Integer.toString(server.getAddress().getPort()),
        "SCF_FUNCTIONNAME",
        handler,
        "SCF_FUNCTIONVERSION",
        "$LATEST",
        "_HANDLER",
        handler);
  }

  /** Waits until the runtime has said that it is ready. */
  public void awaitReady() throws InterruptedException {
    if (!ready.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("not ready within 20 s");
    }
  }

  public boolean isReady() {
    return ready.getCount() == 0;
  }

  /** Delivers one event; the answer comes when the runtime posts it. */
  public CompletableFuture<PostedAnswer> deliver(String event, String requestId, long limitMillis) {
    CompletableFuture<PostedAnswer> answer = new CompletableFuture<>();
    waiting.add(new Dispatch(event.getBytes(UTF_8), requestId, limitMillis, answer));
    return answer;
  }

  /** Delivers one event and waits for its answer. */
  public PostedAnswer invoke(String event) throws Exception {
    try {
      return deliver(event, "fake-" + ids.incrementAndGet(), 30_000).get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within 20 s", e);
    }
  }

  /** Closes the next connections after reading the request, without a byte of answer. */
  void dropNext(int count) {
    drops.set(count);
  }

  void answerResponsesWith(int status) {
    responseStatus = status;
  }

  int polls() {
    return polls.get();
  }

  int answers() {
    return answers.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.close();
      return;
    }
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    switch (call) {
      case "POST /runtime/init/ready" -> {
        ready.countDown();
        send(exchange, 200, new byte[0]);
      }
      case "GET /runtime/invocation/next" -> next(exchange);
      case "POST /runtime/invocation/response" -> {
        if (responseStatus == 200) {
          answer(new PostedAnswer(true, new String(body, UTF_8)));
        }
        send(exchange, responseStatus, new byte[0]);
      }
      case "POST /runtime/invocation/error" -> {
        answer(new PostedAnswer(false, new String(body, UTF_8)));
        send(exchange, 200, new byte[0]);
      }
      default -> send(exchange, 404, call.getBytes(UTF_8));
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    polls.incrementAndGet();
    if (current == null) {
      try {
        current = waiting.take();
      } catch (InterruptedException e) {
        exchange.close();
        return;
      }
    }
    exchange.getResponseHeaders().set("Request_Id", current.requestId());
    exchange.getResponseHeaders().set("Memory_Limit_In_Mb", "256");
    exchange.getResponseHeaders().set("Time_Limit_In_Ms", Long.toString(current.limitMillis()));
    send(exchange, 200, current.event());
  }

  private void answer(PostedAnswer answer) {
    answers.incrementAndGet();
    Dispatch delivery = current;
    if (delivery != null) {
      current = null;
      delivery.answer().complete(answer);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
