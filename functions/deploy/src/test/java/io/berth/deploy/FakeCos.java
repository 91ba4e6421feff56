// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Objects in COS that a test can look at, spoil and refuse. */
public final class FakeCos {
  private final Map<String, byte[]> objects = new HashMap<>();
  private String refusal = "";

  FakeCos() {}

  /** What is in COS, by {@code HOST/KEY} without a port; to look at or to spoil. */
  public synchronized Map<String, byte[]> objects() {
    return objects;
  }

  /** Refuses uploads with this code, and looking as if there were no object. */
  public synchronized void refuseUploads(String code) {
    refusal = code;
  }

  synchronized void handle(HttpExchange exchange, String object) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("PUT")) {
      put(exchange, object, body);
    } else {
      head(exchange, objects.get(object));
    }
    exchange.close();
  }

  private void put(HttpExchange exchange, String object, byte[] body) throws IOException {
    if (refusal.isEmpty()) {
      objects.put(object, body);
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    String error = "<Error><Code>%s</Code><RequestId>req-cos</RequestId></Error>";
    byte[] out = error.formatted(refusal).getBytes(UTF_8);
    exchange.sendResponseHeaders(403, out.length);
    exchange.getResponseBody().write(out);
  }

  private static void head(HttpExchange exchange, byte[] object) throws IOException {
    if (object != null) {
      exchange.getResponseHeaders().set("ETag", "\"" + hash("MD5", object) + "\"");
      exchange.getResponseHeaders().set("Content-Length", "" + object.length);
    }
    exchange.sendResponseHeaders(object == null ? 404 : 200, -1);
  }

  static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
