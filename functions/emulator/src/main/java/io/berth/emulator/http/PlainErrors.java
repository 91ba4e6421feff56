// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the HTTP server itself refuses (a broken request line, huge headers), as one JSON line. */
final class PlainErrors implements Request.Handler {
  private static final String BODY =
      """
      {"error":{"status":%d,"reason":"%s"}}
      """;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String body = BODY.formatted(status, HttpStatus.getMessage(status));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, body, callback);
    return true;
  }
}
