// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for requests that no client would send. */
public final class Raw {
  private Raw() {}

  /** Sends the text with CRLF line ends and reads until the other side closes. */
  public static String exchange(URI server, String request) {
    return bytes(server, request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends bytes as they are and reads until the other side closes. */
  public static String bytes(URI server, byte[] request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (SocketException closedEarly) {
        return "";
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
