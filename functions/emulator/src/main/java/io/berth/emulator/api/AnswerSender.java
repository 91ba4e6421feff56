// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends one answer, well or as badly as a fault wants it. */
final class AnswerSender {
  private final Request request;
  private final Response response;
  private final Callback callback;

  AnswerSender(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void send(CloudAnswer answer) {
    byte[] body = answer.body();
    switch (answer.delivery()) {
      case WHOLE -> write(HttpStatus.OK_200, "application/json", body);
      case WRONG_TYPE -> write(HttpStatus.OK_200, "text/html", body);
      case MALFORMED -> write(HttpStatus.OK_200, "application/json", half(body));
      case GATEWAY_PAGE -> write(answer.status(), "text/html", page(answer.status()));
      case TRUNCATED -> truncate(body);
      case CLOSED -> end();
      case RESET -> {
        lingerNot();
        end();
      }
    }
  }

  private void write(int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private void truncate(byte[] body) {
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(false, ByteBuffer.wrap(half(body)), Callback.from(this::end, lost -> end()));
  }

  private static byte[] half(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }

  private static byte[] page(int status) {
    String title = status + " " + HttpStatus.getMessage(status);
    return ("<html><head><title>" + title + "</title></head><body>" + title + "</body></html>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private EndPoint connection() {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  // Closed with nothing to linger for, a socket sends RST and not FIN.
  private void lingerNot() {
    if (connection().getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException alreadyClosed) {
        // Then there is nothing left to reset.
      }
    }
  }

  private void end() {
    connection().close();
    callback.failed(new QuietException.Exception("A fault rule closed the connection."));
  }
}
