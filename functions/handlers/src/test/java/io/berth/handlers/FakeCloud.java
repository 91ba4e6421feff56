// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small cloud on a loopback socket that remembers: registries and namespaces with their tags,
 * codes with their descriptions. A test can make it refuse an action, lose an answer after the
 * effect, or wait.
 */
final class FakeCloud implements AutoCloseable {
  /** What a test wants to happen instead of, or around, the usual. */
  interface Twist {
    /** The answer to give, or nothing to go on as usual; may wait. */
    Optional<String> before(CloudRequest request) throws InterruptedException;
  }

  record CloudRequest(
      String action, Map<String, String> headers, Map<String, Object> json, byte[] body) {}

  record StoredCode(String id, String description, boolean enabled) {}

  static final String VALUE = "c0ffee".repeat(10) + "beef";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-cloud");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger ids = new AtomicInteger();
  final List<CloudRequest> requests = new CopyOnWriteArrayList<>();
  final List<Map<String, Object>> registries = new CopyOnWriteArrayList<>();
  final List<Map<String, Object>> namespaces = new CopyOnWriteArrayList<>();
  final List<StoredCode> codes = new CopyOnWriteArrayList<>();
  private volatile Twist twist = request -> Optional.empty();
  private volatile String dropAnswerOf = "";

  FakeCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void twist(Twist wanted) {
    twist = wanted;
  }

  /** Every call of the action gets this error. */
  void refuse(String action, String code, String message) {
    twist(
        request ->
            request.action().equals(action) ? Optional.of(error(code, message)) : Optional.empty());
  }

  /** Executes the action, then closes the connection without an answer. */
  void dropAnswerOf(String action) {
    dropAnswerOf = action;
  }

  long count(String action) {
    return requests.stream().filter(request -> request.action().equals(action)).count();
  }

  CloudRequest last(String action) {
    return requests.stream()
        .filter(request -> request.action().equals(action))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  void addRegistry(String id, String name, Map<String, String> tags) {
    registries.add(registry(id, name, tags));
  }

  void addNamespace(String name, boolean isPublic, Map<String, String> tags) {
    namespaces.add(
        Map.of("Name", name, "Public", isPublic, "TagSpecification", specification(tags)));
  }

  /** The id of the registry of that name; empty when there is none. */
  String idOf(String name) {
    return registries.stream()
        .filter(registry -> registry.get("RegistryName").equals(name))
        .map(registry -> (String) registry.get("RegistryId"))
        .findFirst()
        .orElse("");
  }

  String addCode(String description, boolean enabled) {
    String id = String.format("00000000-0000-4000-8000-%012d", ids.incrementAndGet());
    codes.add(new StoredCode(id, description, enabled));
    return id;
  }

  List<StoredCode> enabledCodes() {
    return codes.stream().filter(StoredCode::enabled).toList();
  }

  static String error(String code, String message) {
    return response(Map.of("Error", Map.of("Code", code, "Message", message)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    CloudRequest request =
        new CloudRequest(headers.get("x-tc-action"), headers, Json.readObject(body), body);
    requests.add(request);
    String answer;
    try {
      Optional<String> twisted = twist.before(request);
      answer = twisted.isPresent() ? twisted.get() : execute(request);
    } catch (InterruptedException e) {
      exchange.close();
      return;
    }
    if (request.action().equals(dropAnswerOf)) {
      exchange.close();
      return;
    }
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private synchronized String execute(CloudRequest request) {
    return switch (request.action()) {
      case "CreateInstance" -> createInstance(request.json());
      case "DescribeInstances" -> describeInstances(request.json());
      case "CreateNamespace" -> createNamespace(request.json());
      case "DescribeNamespaces" -> describeNamespaces(request.json());
      case "CreateRegisterCode" -> createCode(request.json());
      case "DescribeRegisterCodes" -> describeCodes(request.json());
      case "DisableRegisterCodes" -> disableCodes(request.json());
      default -> error("InvalidAction", "no such action");
    };
  }

  private String createInstance(Map<String, Object> json) {
    String name = (String) json.get("RegistryName");
    if (registries.stream().anyMatch(r -> r.get("RegistryName").equals(name))) {
      return error("InvalidParameter.ErrorNameExists", "The instance name already exists.");
    }
    String id = String.format("tcr-%08d", ids.incrementAndGet());
    addRegistry(id, name, tags(json));
    return response(Map.of("RegistryId", id));
  }

  private static Map<String, String> tags(Map<String, Object> json) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (json.get("TagSpecification") instanceof Map<?, ?> specification
        && specification.get("Tags") instanceof List<?> list) {
      for (Object tag : list) {
        tags.put((String) ((Map<?, ?>) tag).get("Key"), (String) ((Map<?, ?>) tag).get("Value"));
      }
    }
    return tags;
  }

  private String createNamespace(Map<String, Object> json) {
    String name = (String) json.get("NamespaceName");
    if (namespaces.stream().anyMatch(n -> n.get("Name").equals(name))) {
      return error("FailedOperation.ErrorTcrResourceConflict", "project named x already exists");
    }
    addNamespace(name, (Boolean) json.get("IsPublic"), tags(json));
    return response(Map.of());
  }

  /** Matches parts of names, and takes the offset for the number of a page. */
  private String describeNamespaces(Map<String, Object> json) {
    List<Map<String, Object>> matching = new ArrayList<>(namespaces);
    String part = (String) json.getOrDefault("NamespaceName", "");
    matching.removeIf(n -> !((String) n.get("Name")).contains(part));
    long limit = (Long) json.get("Limit");
    Map<String, Object> rows = Map.of("Offset", (Long) json.get("Offset") * limit, "Limit", limit);
    return response(Map.of("TotalCount", matching.size(), "NamespaceList", page(matching, rows)));
  }

  /** Matches parts of names, as the real filter may. */
  private String describeInstances(Map<String, Object> json) {
    List<Map<String, Object>> matching = new ArrayList<>(registries);
    if (json.get("Filters") instanceof List<?> filters) {
      String part = (String) ((List<?>) ((Map<?, ?>) filters.get(0)).get("Values")).get(0);
      matching.removeIf(r -> !((String) r.get("RegistryName")).contains(part));
    }
    return response(Map.of("TotalCount", matching.size(), "Registries", page(matching, json)));
  }

  private String createCode(Map<String, Object> json) {
    String id = addCode((String) json.getOrDefault("Description", ""), true);
    return response(Map.of("RegisterCodeId", id, "RegisterCodeValue", VALUE));
  }

  private String describeCodes(Map<String, Object> json) {
    List<Map<String, Object>> all =
        codes.stream()
            .map(
                code ->
                    Map.<String, Object>of(
                        "RegisterCodeId", code.id(),
                        "Description", code.description(),
                        "Enabled", code.enabled()))
            .toList();
    return response(Map.of("TotalCount", all.size(), "RegisterCodeSet", page(all, json)));
  }

  private String disableCodes(Map<String, Object> json) {
    List<?> wanted = (List<?>) json.get("RegisterCodeIds");
    codes.replaceAll(
        code ->
            wanted.contains(code.id())
                ? new StoredCode(code.id(), code.description(), false)
                : code);
    return response(Map.of());
  }

  private static List<Map<String, Object>> page(
      List<Map<String, Object>> all, Map<String, Object> json) {
    int offset = ((Long) json.get("Offset")).intValue();
    int limit = ((Long) json.get("Limit")).intValue();
    return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
  }

  private static Map<String, Object> registry(String id, String name, Map<String, String> tags) {
    return Map.of(
        "RegistryId",
        id,
        "RegistryName",
        name,
        "Status",
        "Pending",
        "TagSpecification",
        specification(tags));
  }

  private static Map<String, Object> specification(Map<String, String> tags) {
    List<Map<String, Object>> list = new ArrayList<>();
    tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
    return Map.of("ResourceType", "instance", "Tags", list);
  }

  private static String response(Map<String, Object> fields) {
    Map<String, Object> response = new LinkedHashMap<>(fields);
    response.put("RequestId", "cloud-request");
    return Json.write(Map.of("Response", response));
  }
}
