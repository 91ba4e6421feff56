// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP listener on port 9000, for Web functions and images (SCF, "Web function"; "Image
 * function").
 *
 * <p>The platform puts the role's keys into {@code x-scf-*} headers here. They are taken off before
 * the function sees the call and handed over by {@link FunctionContext#platformHeaders} alone.
 */
public final class HttpListener implements AutoCloseable {
  /** How many calls run at once; the rest is told to come back. */
  static final int CALLS = 32;

  /** Threads kept free to say so. */
  private static final int SPARE = 4;

  private static final String EVENT_PATH = "/event-invoke";

  private final Host host;
  private final RequestStreamHandler handler;
  private final HttpServer server;
  private final Runnable onFatal;
  private final ExecutorService threads;
  private final Semaphore places = new Semaphore(CALLS);

  /** Exchanges that are under way; to stop in order is to wait for all of them. */
  private final Semaphore exchanges = new Semaphore(CALLS + SPARE);

  private HttpListener(
      Host host, RequestStreamHandler handler, HttpServer server, Runnable onFatal) {
    this.host = host;
    this.handler = handler;
    this.server = server;
    this.onFatal = onFatal;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            CALLS + SPARE, CALLS + SPARE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /**
   * Listens on {@code PORT} (9000 when unset, any free port when 0). On SCF on all addresses,
   * because the platform calls from outside; elsewhere on this machine alone.
   *
   * @param onFatal called when the virtual machine itself has failed, so that the process can end
   * @throws IOException when the port is taken
   */
  public static HttpListener open(Host host, RequestStreamHandler handler, Runnable onFatal)
      throws IOException {
    int port = Integer.parseInt(host.get("PORT", "9000"));
    String address = host.get("TENCENTCLOUD_RUNENV", "").equals("SCF") ? "0.0.0.0" : "127.0.0.1";
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    HttpListener listener = new HttpListener(host, handler, server, onFatal);
    server.setExecutor(listener.threads);
    server.createContext("/", listener::serve);
    server.start();
    return listener;
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  /** Waits for running calls until the grace is over, then closes the port. */
  void close(Duration grace) {
    try {
      if (exchanges.tryAcquire(CALLS + SPARE, grace.toMillis(), TimeUnit.MILLISECONDS)) {
        exchanges.release(CALLS + SPARE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    exchanges.acquireUninterruptibly();
    try (exchange) {
      send(exchange, reply(exchange));
    } finally {
      exchanges.release();
    }
  }

  /** The place is free before the answer is there: who has it may call again at once. */
  private HttpReply reply(HttpExchange exchange) {
    if (!places.tryAcquire()) {
      return HttpReply.refused(429, "too_many_calls", "too many calls at once", host.ids().get())
          .with("Retry-After", "1");
    }
    try {
      Headers headers = Headers.of(exchange.getRequestHeaders());
      FunctionContext context = context(headers.platformOnly());
      return reply(exchange, headers.withoutPlatform(), context);
    } finally {
      places.release();
    }
  }

  private HttpReply reply(HttpExchange exchange, Headers headers, FunctionContext context) {
    String id = context.getAwsRequestId();
    try {
      return answer(exchange, headers, context);
    } catch (Throwable failure) {
      host.logFailure("the handler failed", id, failure);
      if (failure instanceof VirtualMachineError || failure instanceof IOError) {
        onFatal.run();
      }
      return HttpReply.unknown(
          "internal", "the function failed; its log has the reason under this request id", id);
    }
  }

  private HttpReply answer(HttpExchange exchange, Headers headers, FunctionContext context)
      throws IOException {
    String id = context.getAwsRequestId();
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getRawPath();
    boolean isEvent = path.equals(EVENT_PATH) && method.equals("POST");
    HttpFunction function = HttpFunctions.of(handler);
    int limit = isEvent ? HttpEventHandler.MAX_EVENT : function.maxBodyBytes();
    byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
    if (body.length > limit) {
      drain(exchange.getRequestBody());
      return HttpReply.refused(
          413, "too_large", "body is larger than " + limit + " bytes; send less", id);
    }
    if (isEvent) {
      return event(body, context);
    }
    return EventReader.isSuspicious(path)
        ? HttpReply.refused(404, "not_found", "no such path", id)
        : function.handle(new HttpCall(method, path, headers, body, id), context);
  }

  /**
   * Takes what is still sent, as far as the platform lets it through: who sends first and reads
   * then would find the connection reset in place of an answer.
   */
  private static void drain(InputStream body) throws IOException {
    byte[] unread = new byte[8 << 10];
    int left = HttpEventHandler.MAX_EVENT;
    for (int got = 0; got >= 0 && left > 0; left -= got) {
      got = body.read(unread);
    }
  }

  private HttpReply event(byte[] event, FunctionContext context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), out, context);
    return new HttpReply(200, Map.of("Content-Type", "application/json"), out.toByteArray());
  }

  private FunctionContext context(Headers platform) {
    return host.context(
        platform.first("x-scf-request-id").orElse(""),
        (int) PlatformNumbers.of(platform, "x-scf-memory"),
        PlatformNumbers.limitMillis(platform),
        platform);
  }

  private static void send(HttpExchange exchange, HttpReply reply) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(
        reply.status(), head || reply.body().length == 0 ? -1 : reply.body().length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    }
  }
}
