// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an {@link HttpHandler} answer what Jetty receives. */
final class JettyAdapter extends Handler.Abstract {
  private static final int BODY_LIMIT = 1 << 20;

  private final HttpHandler handler;
  private final Logger log = LoggerFactory.getLogger(JettyAdapter.class);

  JettyAdapter(HttpHandler handler) {
    this.handler = handler;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    byte[] body;
    try (InputStream stream = Content.Source.asInputStream(request)) {
      body = stream.readNBytes(BODY_LIMIT + 1);
    }
    send(answer(request, body), response, callback);
    return true;
  }

  private HttpResponse answer(Request request, byte[] body) {
    if (body.length > BODY_LIMIT) {
      return HttpResponse.text(413, "body: at most 1 MiB is read; send less.\n");
    }
    try {
      return handler.handle(read(request, body));
    } catch (RuntimeException bug) {
      log.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), bug);
      return HttpResponse.text(500, "The local Slack failed; its own log says why.\n");
    }
  }

  private static HttpRequest read(Request request, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    String query = request.getHttpURI().getQuery();
    return new HttpRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        FormUrlEncoding.decode(query == null ? "" : query),
        headers,
        body);
  }

  private static void send(HttpResponse answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    response.getHeaders().put("Content-Type", answer.type());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Cache-Control", "no-store");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
