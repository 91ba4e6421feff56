// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.contract.auth.Callers;
import io.berth.contract.auth.WebhookVerifier;
import io.berth.contract.auth.WebhookVerifier.Verified;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A function on loopback that believes a call only when the contract's verifier does. */
final class FunctionStub implements AutoCloseable {
  private final HttpServer server;
  private final WebhookVerifier verifier;
  final List<ReceivedCall> received = new ArrayList<>();
  int status = 200;
  String answer = "{\"Outcome\":\"ok\"}";
  boolean silent;

  /** The statuses of the first calls' answers, before {@link #status} is that of all others. */
  List<Integer> first = List.of();

  /** In place of a status: no answer. */
  static final int SILENCE = 0;

  /** One call as it arrived; headers in lower case. */
  record ReceivedCall(Map<String, List<String>> headers, String body, Verified verified) {}

  private FunctionStub(HttpServer server, WebhookVerifier verifier) {
    this.server = server;
    this.verifier = verifier;
  }

  static FunctionStub start(String callers, Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FunctionStub stub =
        new FunctionStub(server, new WebhookVerifier(Callers.parse(callers), clock));
    server.createContext("/", stub::handle);
    server.start();
    return stub;
  }

  String url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fn").toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    received.add(
        new ReceivedCall(
            headers, new String(body, StandardCharsets.UTF_8), verifier.verify(headers, body)));
    int now = received.size() <= first.size() ? first.get(received.size() - 1) : status;
    if (!silent && now != SILENCE) {
      byte[] out = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
      exchange.sendResponseHeaders(now, out.length);
      exchange.getResponseBody().write(out);
    }
    exchange.close();
  }
}
