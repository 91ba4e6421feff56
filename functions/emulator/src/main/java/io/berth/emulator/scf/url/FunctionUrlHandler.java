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

  private static final String NO_FUNCTION =
      "There is no function `%s`; create it through the management API.";
  private static final String NO_URL =
      "The function `%s` has no Function URL; create a trigger of type http.";
  private static final String CLOSED =
      "The Function URL of `%s` is closed; set the trigger to OPEN.";
  private static final FunctionFailure INTERNAL =
      new FunctionFailure(FunctionFailure.INTERNAL, "internal error");

  private final FunctionStore store;
  private final Platform platform;
  private final CodeDownload downloads;

  /** Serves the functions of a store that have a trigger. */
  public FunctionUrlHandler(FunctionStore store, Platform platform) {
    this.store = store;
    this.platform = platform;
    this.downloads = new CodeDownload(store);
  }

  /**
   * The path of a request.
   *
   * @param rest behind the function's name, {@code /} at least
   */
  private record UrlPath(String function, String rest) {
    static UrlPath of(String path) {
      int end = path.indexOf('/', 1);
      return end < 0
          ? new UrlPath(path.substring(1), "/")
          : new UrlPath(path.substring(1, end), path.substring(end));
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    // A page that resolves its own name to 127.0.0.1 must not reach the functions.
    if (!HOSTS.contains(Request.getServerName(request))) {
      return refuse(response, callback, 421, "Host must be 127.0.0.1 or localhost");
    }
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "/");
    return path.startsWith(CodeDownload.PATH)
        ? download(path, response, callback)
        : serve(UrlPath.of(path), request, response, callback);
  }

  private boolean serve(UrlPath path, Request request, Response response, Callback callback)
      throws IOException {
    Optional<FunctionState> state = store.named(path.function()).stream().findFirst();
    Optional<String> closed = closed(path.function(), state);
    return closed.isPresent()
        ? refuse(response, callback, 404, closed.get())
        : invoke(state.get(), path.rest(), request, response, callback);
  }

  // Why there is no Function URL at a name.
  private static Optional<String> closed(String name, Optional<FunctionState> state) {
    String shown = name.replaceAll("[^A-Za-z0-9_-]", "?");
    if (state.isEmpty()) {
      return Optional.of(NO_FUNCTION.formatted(shown));
    }
    Optional<UrlTrigger> url = state.get().triggers().values().stream().findFirst();
    if (url.isEmpty()) {
      return Optional.of(NO_URL.formatted(shown));
    }
    return url.get().enabled() ? Optional.empty() : Optional.of(CLOSED.formatted(shown));
  }

  private boolean invoke(
      FunctionState state, String path, Request request, Response response, Callback callback)
      throws IOException {
    byte[] body = body(request);
    if (body.length > PlatformLimits.PAYLOAD_BYTES) {
      return refuse(response, callback, 406, "the request is larger than 6 MB");
    }
    // The listener's idle time is for slow clients; a function may take longer.
    request.addIdleTimeoutListener(late -> false);
    String id = platform.nextRequestId();
    String event = UrlEvent.of(request, path, body, id, hasGatewayFields(state));
    if (event.getBytes(StandardCharsets.UTF_8).length > PlatformLimits.PAYLOAD_BYTES) {
      return refuse(response, callback, 406, "the event is larger than 6 MB");
    }
    platform
        .invoke(state.key(), id, event)
        .thenApply(UrlReply::of)
        .exceptionally(bug -> UrlReply.failed(INTERNAL, id))
        .thenAccept(reply -> send(reply, id, response, callback));
    return true;
  }

  private static boolean hasGatewayFields(FunctionState state) {
    return state.triggers().values().stream().anyMatch(url -> url.settings().apiGwCompatible());
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
