// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.http.EmulatorHeader;
import io.berth.emulator.http.RequestBody;
import io.berth.emulator.http.RequestHeaders;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.state.CloudState;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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

/** The admin API over HTTP; what is not for it goes on to the next handler. */
public final class AdminHandler extends Handler.Abstract {
  /** A whole state, with thousands of registries and codes, must fit. */
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final CrossSiteCheck crossSite;
  private final AdminApi api;

  /**
   * Serves the state that is current.
   *
   * @param fresh makes the state that a reset puts in its place
   * @param metrics of the whole process, which no reset touches
   * @param storage keeps what is changed here, before it is answered
   */
  public AdminHandler(
      AtomicReference<CloudState> current,
      Supplier<CloudState> fresh,
      CrossSiteCheck crossSite,
      PrometheusMeterRegistry metrics,
      Storage storage) {
    this.crossSite = crossSite;
    this.api = new AdminApi(current, fresh, metrics, storage);
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
    EmulatorHeader.put(response);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }

  private AdminReply reply(Request request, String path) {
    Map<String, List<String>> headers = RequestHeaders.of(request);
    String host = RequestHeaders.host(headers);
    if (!crossSite.isKnown(host)) {
      return AdminReply.refused(
          403, "Host", "must be a loopback name, e.g. 127.0.0.1, or one given with --host");
    }
    if (crossSite.isForeignPage(headers)) {
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
