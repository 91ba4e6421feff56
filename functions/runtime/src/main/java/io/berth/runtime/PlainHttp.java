// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request on a socket of its own (RFC 9112): all that the runtime API needs. It loads
 * next to nothing, never sends twice, and another thread may close it while it waits, none of which
 * holds for the JDK's clients.
 */
final class PlainHttp implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int MAX_HEAD = 64 << 10;

  /** What came back. */
  record Response(int status, Headers headers, byte[] body) {}

  private final Socket socket = new Socket();
  private final String authority;
  private int headBytes;

  /**
   * @param readMillis how long to wait for each read; 0 for ever
   */
  PlainHttp(String host, int port, int readMillis) throws IOException {
    authority = host + ":" + port;
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(readMillis);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Sends the request and reads the whole answer.
   *
   * @param body {@code null} for none
   */
  Response send(String method, String path, byte @Nullable [] body) throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + authority
            + "\r\nConnection: close\r\n"
            + (body == null
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
            + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(ISO_8859_1));
    if (body != null) {
      request.writeBytes(body);
    }
    request.writeTo(socket.getOutputStream());
    return read(new BufferedInputStream(socket.getInputStream()));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing left to lose with it.
    }
  }

  private Response read(InputStream in) throws IOException {
    int status = 100;
    Headers headers = Headers.NONE;
    // Interim answers such as 100 come before the real one.
    while (status / 100 == 1) {
      status = status(line(in));
      headers = headers(in);
    }
    return new Response(status, headers, body(in, status, headers));
  }

  private static int status(String line) throws IOException {
    if (!line.startsWith("HTTP/1.") || line.length() < 12) {
      throw new IOException("not an HTTP answer");
    }
    return (int) number(line.substring(9, 12), 10);
  }

  private Headers headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("malformed header line");
      }
      headers
          .computeIfAbsent(line.substring(0, colon).trim(), unused -> new ArrayList<>())
          .add(line.substring(colon + 1).trim());
    }
    return Headers.of(headers);
  }

  private byte[] body(InputStream in, int status, Headers headers) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if (headers.first("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    if (headers.first("content-length").isEmpty()) {
      return in.readAllBytes();
    }
    return exactly(in, number(headers.first("content-length").get(), 10));
  }

  private byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      long size = number(line(in).split(";", 2)[0].trim(), 16);
      body.writeBytes(exactly(in, size));
      if (size == 0) {
        return body.toByteArray();
      }
      line(in);
    }
  }

  private static byte[] exactly(InputStream in, long length) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(length, Integer.MAX_VALUE));
    if (bytes.length < length) {
      throw new EOFException("answer cut off");
    }
    return bytes;
  }

  private String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection closed without an answer");
      }
      if (++headBytes > MAX_HEAD) {
        throw new IOException("head larger than 64 KB");
      }
      line.append((char) next);
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }

  private static long number(String text, int radix) throws IOException {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      throw new IOException("not a number where one is due");
    }
  }
}
