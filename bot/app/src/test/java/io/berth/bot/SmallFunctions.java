// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.bot.config.FunctionConfig;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The functions as far as a conversation needs them: they create, remember and seal. */
final class SmallFunctions implements AutoCloseable {
  static final String VALUE = "5ec0de".repeat(10) + "cafe";

  private static final Secret KEY = Secret.of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
  private static final String CODE_ID = "11111111-2222-3333-4444-555555555555";

  final ConcurrentLinkedQueue<String> created = new ConcurrentLinkedQueue<>();
  private final Map<String, String> registries = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final HttpServer server;

  SmallFunctions() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  Map<FunctionName, FunctionConfig> targets() {
    Map<FunctionName, FunctionConfig> targets = new LinkedHashMap<>();
    for (FunctionName name : FunctionName.values()) {
      URI url =
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name.wireName());
      targets.put(name, new FunctionConfig(url, List.of(KEY)));
    }
    return targets;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, Object> body = Json.readObject(exchange.getRequestBody().readAllBytes());
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    FunctionName function =
        FunctionName.of(exchange.getRequestURI().getPath().substring(1)).orElseThrow();
    Map<String, Object> answer = new LinkedHashMap<>(answer(function, body, id));
    answer.put("RequestId", "small");
    byte[] bytes = Json.writeBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Map<String, Object> answer(FunctionName function, Map<String, Object> body, String id) {
    return switch (function) {
      case TCR_CREATE_INSTANCE -> {
        created.add(id);
        String name = String.valueOf(body.get("RegistryName"));
        String registry = "tcr-%08d".formatted(registries.size() + 1);
        registries.put(registry, name);
        yield Map.of("RegistryId", registry, "Outcome", "created");
      }
      case TAT_CREATE_REGISTER_CODE -> {
        created.add(id);
        String request = id.substring(0, id.lastIndexOf('-'));
        yield Map.of(
            "RegisterCodeId",
            CODE_ID,
            "RegisterCodeValueSealed",
            Seal.seal(VALUE, KEY, request, random),
            "Outcome",
            "created");
      }
      case TCR_DESCRIBE_INSTANCES ->
          list("Registries", registries.entrySet().stream().map(SmallFunctions::registry).toList());
      case TCR_CREATE_NAMESPACE ->
          Map.of("NamespaceName", body.get("NamespaceName"), "Outcome", "created");
      case TCR_DESCRIBE_NAMESPACES -> list("NamespaceList", List.of());
      case TAT_DESCRIBE_REGISTER_CODES -> list("RegisterCodeSet", List.of());
      case TAT_DISABLE_REGISTER_CODES -> Map.of("Outcome", "ok");
    };
  }

  private static Map<String, Object> registry(Map.Entry<String, String> registry) {
    return Map.of(
        "RegistryId", registry.getKey(), "RegistryName", registry.getValue(), "Status", "Running");
  }

  private static Map<String, Object> list(String name, List<Map<String, Object>> items) {
    return Map.of(name, items, "TotalCount", (long) items.size(), "Outcome", "ok");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
