// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.web;

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

/** Turns a Jetty exchange into {@link In} and {@link Out}. */
final class DoorHandler extends Handler.Abstract {
  private static final int BODY_LIMIT = 1 << 20;

  private final Door door;
  private final Logger log = LoggerFactory.getLogger(DoorHandler.class);

  DoorHandler(Door door) {
    this.door = door;
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

  private Out answer(Request request, byte[] body) {
    if (body.length > BODY_LIMIT) {
      return Out.text(413, "body: at most 1 MiB is read; send less.\n");
    }
    try {
      return door.answer(in(request, body));
    } catch (RuntimeException bug) {
      log.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), bug);
      return Out.text(500, "The local Slack failed; its own log says why.\n");
    }
  }

  private static In in(Request request, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    String query = request.getHttpURI().getQuery();
    return new In(
        request.getMethod(),
        request.getHttpURI().getPath(),
        Forms.decode(query == null ? "" : query),
        headers,
        body);
  }

  private static void send(Out out, Response response, Callback callback) {
    response.setStatus(out.status());
    response.getHeaders().put("Content-Type", out.type());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Cache-Control", "no-store");
    out.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(out.body()), callback);
  }
}
