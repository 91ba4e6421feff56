// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.url;

import io.berth.emulator.scf.management.CodeDownload;
import io.berth.emulator.scf.management.FunctionState;
import io.berth.emulator.scf.management.FunctionStore;
import io.berth.emulator.scf.management.UrlTrigger;
import io.berth.emulator.scf.platform.InvocationResult.FunctionFailure;
import io.berth.emulator.scf.platform.Platform;
import io.berth.emulator.scf.platform.PlatformLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The Function URLs: {@code /NAME} and everything below it. The cloud gives each a host; here the
 * first part of the path tells, and the rest is the event's path.
 */
public final class FunctionUrlHandler extends Handler.Abstract {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final FunctionStore store;
  private final Platform platform;
  private final CodeDownload downloads;

  /** Serves the functions of a store that have a trigger. */
  public FunctionUrlHandler(FunctionStore store, Platform platform) {
    this.store = store;
    this.platform = platform;
    this.downloads = new CodeDownload(store);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    // A page that resolves its own name to 127.0.0.1 must not reach the functions.
    if (!HOSTS.contains(Request.getServerName(request))) {
      return refuse(response, callback, 421, "Host must be 127.0.0.1 or localhost");
    }
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "/");
    if (path.startsWith(CodeDownload.PATH)) {
      return download(path, response, callback);
    }
    int end = path.indexOf('/', 1);
    String name = path.substring(1, end < 0 ? path.length() : end);
    String rest = end < 0 ? "/" : path.substring(end);
    Optional<FunctionState> state = store.named(name).stream().findFirst();
    Optional<String> closed = closed(name, state);
    if (closed.isPresent()) {
      return refuse(response, callback, 404, closed.get());
    }
    return serve(state.get(), rest, request, response, callback);
  }

  // Why there is no Function URL at a name.
  private static Optional<String> closed(String name, Optional<FunctionState> state) {
    String shown = name.replaceAll("[^A-Za-z0-9_-]", "?");
    if (state.isEmpty()) {
      return Optional.of(
          "There is no function `" + shown + "`; create it through the management API.");
    }
    Optional<UrlTrigger> url = state.get().triggers().values().stream().findFirst();
    if (url.isEmpty()) {
      return Optional.of(
          "The function `" + shown + "` has no Function URL; create a trigger of type http.");
    }
    return url.get().enabled()
        ? Optional.empty()
        : Optional.of("The Function URL of `" + shown + "` is closed; set the trigger to OPEN.");
  }

  private boolean serve(
      FunctionState state, String path, Request request, Response response, Callback callback)
      throws IOException {
    byte[] body = body(request);
    if (body.length > PlatformLimits.PAYLOAD_BYTES) {
      return refuse(response, callback, 406, "the request is larger than 6 MB");
    }
    // The listener's idle time is for slow clients; a function may take longer.
    request.addIdleTimeoutListener(late -> false);
    String id = platform.nextRequestId();
    boolean gateway =
        state.triggers().values().stream().anyMatch(url -> url.settings().apiGwCompatible());
    String event = UrlEvent.of(request, path, body, id, gateway);
    if (event.getBytes(StandardCharsets.UTF_8).length > PlatformLimits.PAYLOAD_BYTES) {
      return refuse(response, callback, 406, "the event is larger than 6 MB");
    }
    platform
        .invoke(state.key(), id, event)
        .whenComplete(
            (report, bug) -> {
              UrlReply reply =
                  bug == null
                      ? UrlReply.of(report)
                      : UrlReply.failed(
                          new FunctionFailure(FunctionFailure.INTERNAL, "internal error"), id);
              send(reply, id, response, callback);
            });
    return true;
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      return in.readNBytes(PlatformLimits.PAYLOAD_BYTES + 1);
    }
  }

  private boolean download(String path, Response response, Callback callback) throws IOException {
    Optional<byte[]> zip = downloads.at(path);
    if (zip.isEmpty()) {
      return refuse(response, callback, 404, "no function has this code");
    }
    UrlReply reply =
        new UrlReply(200, List.of(Map.entry("content-type", "application/zip")), zip.get());
    send(reply, platform.nextRequestId(), response, callback);
    return true;
  }

  private boolean refuse(Response response, Callback callback, int status, String message) {
    String id = platform.nextRequestId();
    send(UrlReply.failed(new FunctionFailure(status, message), id), id, response, callback);
    return true;
  }

  private static void send(UrlReply reply, String id, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply
        .headers()
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
    response.getHeaders().put("x-scf-request-id", id); // [I]
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }
}
