// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import io.berth.emulator.api.CloudHandler;
import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.http.RequestBody;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.state.CloudState;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The door of the admin API; what is not for it goes on to the next handler. */
public final class AdminHandler extends Handler.Abstract {
  /** A whole state, with thousands of registries and codes, must fit. */
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final CrossSiteCheck callers;
  private final AdminApi api;

  /**
   * Serves the world that is current.
   *
   * @param fresh makes the world that a reset puts in its place
   * @param metrics of the calls, which no reset touches
   * @param storage keeps what is changed here, before it is answered
   */
  public AdminHandler(
      AtomicReference<CloudState> world,
      Supplier<CloudState> fresh,
      CrossSiteCheck callers,
      CallMetrics metrics,
      Storage storage) {
    this.callers = callers;
    this.api = new AdminApi(world, fresh, metrics, storage);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (!path.startsWith("/_emulator")) {
      return false;
    }
    AdminReply reply = reply(request, path);
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("X-Emulator", CloudHandler.EMULATOR);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }

  private AdminReply reply(Request request, String path) {
    Map<String, List<String>> headers = CloudHandler.headers(request);
    String host = headers.getOrDefault("host", List.of("")).get(0);
    if (!callers.isKnown(host)) {
      return AdminReply.refused(
          403, "Host", "must be a loopback name, e.g. 127.0.0.1, or one given with --host");
    }
    if (callers.isForeignPage(headers)) {
      return AdminReply.refused(403, "Origin", "must be absent or a page of this machine");
    }
    Optional<byte[]> body = RequestBody.read(request, LARGEST_BODY);
    if (body.isEmpty()) {
      return AdminReply.refused(408, "body", "must arrive within 30 seconds");
    }
    if (body.get().length > LARGEST_BODY) {
      return AdminReply.refused(413, "body", "must have at most " + LARGEST_BODY + " bytes");
    }
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    return api.reply(new AdminRequest(request.getMethod(), path, query, body.get()));
  }
}
