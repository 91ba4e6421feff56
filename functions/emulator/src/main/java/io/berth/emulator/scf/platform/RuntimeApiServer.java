// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The Custom Runtime API (SCF, Custom Runtime) over HTTP. Its paths carry neither an instance nor a
 * request id, so each instance has a port of its own, by which calls are told apart.
 */
public final class RuntimeApiServer implements AutoCloseable {
  private static final int THREADS = 400;

  private final Server server;
  private final Map<Connector, RuntimeCalls> runtimes = new ConcurrentHashMap<>();

  private RuntimeApiServer(Server server) {
    this.server = server;
  }

  /** What an instance does with the calls of its process. Every call is safe at any time. */
  interface RuntimeCalls {
    void ready();

    /** Answers the poll now or later, on whatever thread. */
    void next(WaitingPoll poll);

    void response(byte[] body);

    void responseTooLarge();

    void error(String text);
  }

  /** A waiting {@code GET /runtime/invocation/next}. */
  interface WaitingPoll {
    void event(FunctionInvocation invocation, FunctionConfiguration configuration);

    void refuse(String why);
  }

  /** Where one instance finds the API. */
  record RuntimePort(int number, AutoCloseable listener) {}

  /** Starts with no port; each instance opens one of its own. */
  public static RuntimeApiServer start() throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("scf-runtime-api");
    threads.setDaemon(true);
    RuntimeApiServer api =
        new RuntimeApiServer(new Server(threads, null, new ByteBufferPool.NonPooling()));
    api.server.setHandler(api.new Routes());
    try {
      api.server.start();
    } catch (Exception e) {
      throw new IOException("The runtime API did not start.", e);
    }
    return api;
  }

  /** Opens a port for an instance. */
  RuntimePort open(RuntimeCalls runtime) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    // A poll may wait for hours.
    connector.setIdleTimeout(0);
    runtimes.put(connector, runtime);
    server.addConnector(connector);
    try {
      connector.start();
    } catch (Exception e) {
      remove(connector);
      throw new IOException("The runtime API of an instance did not start.", e);
    }
    return new RuntimePort(connector.getLocalPort(), () -> stop(connector));
  }

  private void stop(ServerConnector connector) throws Exception {
    connector.stop();
    remove(connector);
  }

  private void remove(Connector connector) {
    server.removeConnector(connector);
    runtimes.remove(connector);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The runtime API did not stop.", e);
    }
  }

  private final class Routes extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      RuntimeCalls runtime = runtimes.get(request.getConnectionMetaData().getConnector());
      String call = request.getMethod() + " " + Request.getPathInContext(request);
      // A page in a browser could post here too; a runtime sends no Origin.
      if (runtime == null || request.getHeaders().contains(HttpHeader.ORIGIN)) {
        return say(response, callback, 403, "not an instance of this emulator");
      }
      return route(runtime, call, request, response, callback);
    }
  }

  private static boolean route(
      RuntimeCalls runtime, String call, Request request, Response response, Callback callback)
      throws IOException {
    return switch (call) {
      case "POST /runtime/init/ready" -> {
        body(request);
        runtime.ready();
        yield ok(response, callback);
      }
      case "GET /runtime/invocation/next" -> {
        runtime.next(new HttpWaitingPoll(response, callback));
        yield true;
      }
      case "POST /runtime/invocation/response" ->
          result(runtime, body(request), response, callback);
      case "POST /runtime/invocation/error" -> {
        runtime.error(new String(body(request), StandardCharsets.UTF_8));
        yield ok(response, callback);
      }
      default -> say(response, callback, 404, "no such call of the runtime API: " + call);
    };
  }

  private static boolean result(
      RuntimeCalls runtime, byte[] body, Response response, Callback callback) {
    if (body.length > PlatformLimits.PAYLOAD_BYTES) {
      runtime.responseTooLarge();
      return say(response, callback, 413, "the response is larger than 6 MB"); // [I]
    }
    runtime.response(body);
    return ok(response, callback);
  }

  // Also after the result is final: later posts change nothing and fail nobody [I].
  private static boolean ok(Response response, Callback callback) {
    return say(response, callback, 200, "ok");
  }

  // One byte too many tells that it is too large; the rest is read and dropped, because a process
  // that is still writing would miss the answer.
  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(PlatformLimits.PAYLOAD_BYTES + 1);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  private static boolean say(Response response, Callback callback, int status, String message) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(
        response, true, ScfJson.object().put("msg", message).toString() + "\n", callback);
    return true;
  }

  private record HttpWaitingPoll(Response response, Callback callback) implements WaitingPoll {
    @Override
    public void event(FunctionInvocation invocation, FunctionConfiguration configuration) {
      response.setStatus(200);
      response
          .getHeaders()
          .put(HttpHeader.CONTENT_TYPE, "application/json")
          .put("request_id", invocation.requestId())
          .put("memory_limit_in_mb", Long.toString(configuration.memoryMb()))
          .put("time_limit_in_ms", Long.toString(configuration.timeoutSeconds() * 1000));
      response.write(true, ByteBuffer.wrap(invocation.event()), callback);
    }

    @Override
    public void refuse(String why) {
      say(response, callback, 410, why); // [I]
    }
  }
}
