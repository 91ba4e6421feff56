// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small SCF management API on loopback that remembers functions and triggers, refuses a change
 * while another runs, and misbehaves on demand; COS and the functions' addresses too. Beside the
 * emulator because a test can look into it, and spoil it in ways that no cloud documents.
 */
public final class FakeScf implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Map<String, Object>> functions = new LinkedHashMap<>();
  private final Map<String, byte[]> codes = new HashMap<>();
  private final Map<String, Map<String, Object>> triggers = new HashMap<>();
  private final Map<String, Deque<String>> refusals = new HashMap<>();
  private final Set<String> loseAnswerOf = new HashSet<>();
  private final List<String> actions = new ArrayList<>();
  private final FakeCos cos = new FakeCos();
  private int polls;
  private int urlPolls;
  private String nextEnd = "Active";
  private String urls = "https://1250000000-hulrzrbh9f.ap-guangzhou.tencentscf.com/";
  private final Deque<Integer> smokeAnswers = new ArrayDeque<>();
  private final List<String> smoked = new ArrayList<>();

  private FakeScf(HttpServer server) {
    this.server = server;
  }

  public static FakeScf start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeScf scf = new FakeScf(server);
    server.createContext("/", scf::handle);
    server.start();
    return scf;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Refuses the next call of {@code action} with this code. */
  public synchronized void refuseNext(String action, String code) {
    refusals.computeIfAbsent(action, a -> new ArrayDeque<>()).add(code);
  }

  /** Does the next call of {@code action} and then closes the connection without an answer. */
  public synchronized void loseNextAnswer(String action) {
    loseAnswerOf.add(action);
  }

  /** The object storage beside it. */
  public FakeCos cos() {
    return cos;
  }

  /** Lets each change run for so many looks of GetFunction, and end in {@code status}. */
  public synchronized void changesTake(int looks, String status) {
    polls = looks;
    nextEnd = status;
  }

  /** Lets the URL of the next trigger appear after so many looks. */
  public synchronized void urlsTake(int looks) {
    urlPolls = looks;
  }

  /** Lets Function URLs lead to this server, which answers as Berth's functions do. */
  public synchronized void urlsHere() {
    urls = uri() + "/";
  }

  /** The next calls of functions get these statuses; -401 is a 401 of somebody else. */
  public synchronized void smokeAnswers(Integer... statuses) {
    smokeAnswers.addAll(List.of(statuses));
  }

  /** The calls of functions since the last time this was asked. */
  public synchronized List<String> smoked() {
    List<String> calls = List.copyOf(smoked);
    smoked.clear();
    return calls;
  }

  /** The calls that change something, in order, since the last time this was asked. */
  public synchronized List<String> changes() {
    List<String> changes =
        actions.stream().filter(a -> !a.startsWith("Get") && !a.startsWith("List")).toList();
    actions.clear();
    return changes;
  }

  /** A function as GetFunction shows it, to look at or to spoil. */
  public synchronized Map<String, Object> function(String name) {
    return functions.get(name);
  }

  public synchronized Map<String, Object> trigger(String function) {
    return triggers.get(function);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
    if (host.endsWith(".myqcloud.com")) {
      actions.add(exchange.getRequestMethod());
      cos.handle(exchange, host + exchange.getRequestURI());
      return;
    }
    String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (action == null) {
      function(exchange, new String(body, UTF_8));
      return;
    }
    actions.add(action);
    Map<String, Object> answer = answer(action, body);
    if (!loseAnswerOf.remove(action)) {
      byte[] out = Json.writeBytes(Map.of("Response", answer));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, out.length);
      exchange.getResponseBody().write(out);
    }
    exchange.close();
  }

  private Map<String, Object> answer(String action, byte[] body) {
    Map<String, Object> answer = new LinkedHashMap<>();
    String refusal = refusals.getOrDefault(action, new ArrayDeque<>()).poll();
    String code =
        refusal != null
            ? refusal
            : act(action, Json.readObject(body, new Json.Limits(32, 20 << 20, 128, 20)), answer);
    if (!code.isEmpty()) {
      answer.clear();
      answer.put("Error", Map.of("Code", code, "Message", "fake says no"));
    }
    answer.put("RequestId", "req-" + action);
    return answer;
  }

  /** The bytes that the fields of Code lead to; the fields are taken away. */
  private byte[] code(Map<String, Object> given) {
    Object zip = given.remove("ZipFile");
    if (zip != null) {
      return Base64.getDecoder().decode((String) zip);
    }
    String host =
        given.remove("CosBucketName") + "-1250000000.cos." + given.remove("CosBucketRegion");
    return cos.objects().get(host + ".myqcloud.com" + given.remove("CosObjectName"));
  }

  private void function(HttpExchange exchange, String body) throws IOException {
    boolean signed = exchange.getRequestHeaders().containsKey("webhook-signature");
    smoked.add(
        "%s %s %s signed:%s"
            .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body, signed));
    int status = smokeAnswers.isEmpty() ? 401 : smokeAnswers.remove();
    String answer =
        "{\"Error\":{\"Code\":\"%s\",\"Message\":\"no\"},\"Outcome\":\"refused\",\"RequestId\":\"r\"}"
            .formatted(status == 401 ? "unauthenticated" : "other");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(Math.abs(status), answer.length());
    exchange.getResponseBody().write(answer.getBytes(UTF_8));
    exchange.close();
  }

  /** The error code, empty when it went well. */
  private String act(String action, Map<String, Object> given, Map<String, Object> answer) {
    String name = (String) given.get("FunctionName");
    Map<String, Object> there = functions.get(name);
    if (action.equals("CreateFunction")) {
      return there == null ? create(name, given) : "ResourceInUse.Function";
    }
    if (there == null) {
      return "ResourceNotFound.Function";
    }
    switch (action) {
      case "GetFunction" -> answer.putAll(look(there));
      case "GetFunctionAddress" ->
          answer.put("CodeSha256", FakeCos.hash("SHA-256", codes.get(name)));
      case "ListTriggers" -> list(name, answer);
      case "DeleteFunction" -> functions.remove(name);
      case "CreateTrigger", "UpdateTrigger" -> triggers.put(name, trigger(name, given));
      case "UpdateFunctionCode" -> {
        return update(there, given, "Code");
      }
      case "UpdateFunctionConfiguration" -> {
        return update(there, given, "Environment");
      }
      default -> {
        return "InvalidAction";
      }
    }
    return "";
  }

  private String create(String name, Map<String, Object> given) {
    Map<String, Object> function = new LinkedHashMap<>(given);
    Map<String, Object> code = new HashMap<>();
    ((Map<?, ?>) function.remove("Code"))
        .forEach((field, value) -> code.put((String) field, value));
    codes.put(name, code(code));
    functions.put(name, function);
    begin(function, "Creating", "CreateFailed");
    return "";
  }

  private String update(Map<String, Object> there, Map<String, Object> given, String part) {
    if (there.get("Status").toString().endsWith("ing")) {
      return "InternalError.ChangedWhileChanging";
    }
    Map<String, Object> news = new LinkedHashMap<>(given);
    if (part.equals("Code")) {
      codes.put((String) given.get("FunctionName"), code(news));
    }
    there.putAll(news);
    begin(there, "Updating", "UpdateFailed");
    return "";
  }

  private void begin(Map<String, Object> function, String during, String failed) {
    function.put("Status", polls == 0 ? "Active" : during);
    function.put("_left", (long) polls);
    function.put("_end", nextEnd.equals("Active") ? "Active" : failed);
  }

  private static Map<String, Object> look(Map<String, Object> function) {
    long left = function.get("_left") instanceof Long n ? n : 0;
    if (left == 0 && function.get("Status").toString().endsWith("ing")) {
      function.put("Status", function.get("_end"));
    }
    function.put("_left", Math.max(0, left - 1));
    Map<String, Object> shown = new LinkedHashMap<>(function);
    shown.keySet().removeIf(key -> key.startsWith("_"));
    if (shown.get("Status").toString().endsWith("Failed")) {
      shown.put(
          "StatusReasons", List.of(Map.of("ErrorCode", "Bad", "ErrorMessage", "no bootstrap")));
    }
    return shown;
  }

  private Map<String, Object> trigger(String function, Map<String, Object> given) {
    Map<String, Object> trigger = new LinkedHashMap<>();
    // The cloud shows such triggers under the id of their URL.
    trigger.put("TriggerName", "hulrzrbh9f");
    trigger.put("Type", given.get("Type"));
    trigger.put("Qualifier", given.get("Qualifier"));
    trigger.put("Enable", given.get("Enable").equals("OPEN") ? 1 : 0);
    Map<String, Object> desc =
        new LinkedHashMap<>(Json.readObject(given.get("TriggerDesc").toString().getBytes(UTF_8)));
    Map<String, Object> net = new LinkedHashMap<>();
    ((Map<?, ?>) desc.get("NetConfig")).forEach((k, v) -> net.put((String) k, v));
    net.put("ExtranetUrl", urls + function);
    net.put("IntranetUrl", "https://1250000000-hulrzrbh9f.in.ap-guangzhou.tencentscf.com");
    desc.put("NetConfig", net);
    trigger.put("TriggerDesc", Json.write(desc));
    return trigger;
  }

  private void list(String name, Map<String, Object> answer) {
    Map<String, Object> trigger = triggers.get(name);
    if (trigger == null) {
      answer.put("Triggers", List.of());
      return;
    }
    Map<String, Object> shown = new LinkedHashMap<>(trigger);
    if (urlPolls > 0) {
      urlPolls--;
      shown.compute("TriggerDesc", (k, v) -> v.toString().replaceAll("https:[^\"]*", ""));
    }
    answer.put("Triggers", List.of(Map.of("Type", "timer", "TriggerName", "theirs"), shown));
  }
}
