// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty itself refuses (a header too large, a request it cannot read) in our form, and without
 * echoing any of it.
 */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    HttpResponse reply =
        HttpResponse.json(status, Map.of("error", HttpStatus.getMessage(status) + "."));
    reply.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }
}
