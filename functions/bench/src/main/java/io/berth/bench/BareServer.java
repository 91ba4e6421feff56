// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The JDK's own small server with the same constant, as many threads, and nothing between. */
public final class BareServer {
  private static final int THREADS = 36;
  private static final byte[] ANSWER = "{\"statusCode\":200}".getBytes(US_ASCII);

  private BareServer() {}

  /** Prints its port. */
  public static void main(String... words) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
          }
        });
    server.start();
    System.out.println(server.getAddress().getPort());
  }
}
