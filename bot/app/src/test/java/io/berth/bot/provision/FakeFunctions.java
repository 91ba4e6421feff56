// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.berth.bot.config.FunctionConfig;
import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalVerifier;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.Callers;
import io.berth.contract.auth.Seal;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookVerifier;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tat.DisableRegisterCodes;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeNamespaces;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * All functions with a small cloud behind them, on loopback. Believes nobody: signature and
 * approval are checked by the same verifiers as in the real functions. Can be told to misbehave.
 */
final class FakeFunctions implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  final Map<FunctionName, Secret> secrets = new EnumMap<>(FunctionName.class);
  final ApprovalKeys keys = ApprovalKeys.generate();
  final FakeCloud cloud;
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final Map<FunctionName, Deque<Fault>> faults = new EnumMap<>(FunctionName.class);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Clock clock;
  private volatile Function<FunctionName, Fault> weather = function -> null;

  /** One accepted call. */
  record Call(FunctionName function, String webhookId, Map<String, Object> body) {}

  /** What goes wrong with one call. */
  interface Fault {
    /**
     * Answers the call in place of the function.
     *
     * @param effect makes the effect and gives the answer
     */
    Answer apply(HttpExchange exchange, Effect effect);
  }

  /** The call's effect and its answer. */
  interface Effect {
    Answer get();
  }

  record Answer(int status, Map<String, Object> body) {}

  /** The effect happens, its answer is lost. */
  static final Fault LOSES_THE_ANSWER =
      (exchange, effect) -> {
        effect.get();
        return null;
      };

  /** Nothing happens, and no answer comes. */
  static final Fault DROPS_THE_CALL = (exchange, effect) -> null;

  static Fault answers(int status, String code, String outcome) {
    return (exchange, effect) -> failure(status, code, "Because of a test", outcome);
  }

  static Fault afterEffectAnswers(int status, String code, String outcome) {
    return (exchange, effect) -> {
      effect.get();
      return failure(status, code, "Because of a test", outcome);
    };
  }

  FakeFunctions(Clock clock) {
    this(clock, new FakeCloud(clock));
  }

  FakeFunctions(Clock clock, FakeCloud cloud) {
    this.clock = clock;
    this.cloud = cloud;
    for (FunctionName function : FunctionName.values()) {
      secrets.put(function, WebhookKey.generate(RANDOM));
      faults.put(function, new ConcurrentLinkedDeque<>());
    }
    // Head and body go out in two writes; without this each answer takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  Map<FunctionName, FunctionConfig> targets() {
    Map<FunctionName, FunctionConfig> targets = new EnumMap<>(FunctionName.class);
    for (FunctionName function : FunctionName.values()) {
      URI url =
          URI.create(
              "http://127.0.0.1:" + server.getAddress().getPort() + "/" + function.wireName());
      targets.put(function, new FunctionConfig(url, List.of(secrets.get(function))));
    }
    return targets;
  }

  void next(FunctionName function, Fault... some) {
    faults.get(function).addAll(List.of(some));
  }

  /** Decides about every call without a fault of its own; null means fair weather. */
  void weather(Function<FunctionName, Fault> decides) {
    weather = decides;
  }

  long calls(FunctionName function) {
    return calls.stream().filter(call -> call.function() == function).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    FunctionName function =
        FunctionName.of(exchange.getRequestURI().getPath().substring(1)).orElseThrow();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    Answer answer;
    try {
      answer = answer(exchange, function, headers, body);
    } catch (RuntimeException e) {
      answer = failure(500, "Broken", String.valueOf(e), "refused");
    }
    if (answer != null) {
      byte[] bytes = Json.writeBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private Answer answer(
      HttpExchange exchange,
      FunctionName function,
      Map<String, List<String>> headers,
      byte[] body) {
    Callers callers =
        new Callers(
            List.of(new Callers.Caller("bot", List.of(secrets.get(function)), Set.of(function))));
    WebhookVerifier.Verified verified = new WebhookVerifier(callers, clock).verify(headers, body);
    if (!(verified instanceof WebhookVerifier.Verified.Accepted accepted)) {
      return failure(401, "Unauthorized", verified.toString(), "refused");
    }
    Map<String, Object> json = Json.readObject(body);
    calls.add(new Call(function, accepted.webhookId(), json));
    Effect effect =
        switch (function) {
          case TCR_CREATE_INSTANCE -> () -> createInstance(headers, accepted, json);
          case TAT_CREATE_REGISTER_CODE -> () -> createCode(headers, accepted, json);
          case TCR_DESCRIBE_INSTANCES -> () -> describeInstances(json);
          case TCR_CREATE_NAMESPACE -> () -> createNamespace(headers, accepted, json);
          case TCR_DESCRIBE_NAMESPACES -> () -> describeNamespaces(json);
          case TAT_DESCRIBE_REGISTER_CODES -> () -> ok(cloud.codes(json));
          case TAT_DISABLE_REGISTER_CODES -> () -> disable(json);
        };
    Fault fault = faults.get(function).poll();
    fault = fault == null ? weather.apply(function) : fault;
    return fault == null ? effect.get() : fault.apply(exchange, effect);
  }

  private Answer createInstance(
      Map<String, List<String>> headers,
      WebhookVerifier.Verified.Accepted caller,
      Map<String, Object> json) {
    CreateInstance create = CreateInstance.from(json).fold(ok -> ok.value(), bad -> null);
    return approved(
        headers,
        create,
        caller,
        mark -> {
          Map<String, Object> body = new LinkedHashMap<>();
          String known = cloud.idOf(create.registryName(), mark.requestId());
          if (known != null) {
            body.put("RegistryId", known);
            body.put("Outcome", "adopted");
          } else if (!cloud.create(create, mark.requestId())) {
            return failure(409, "InvalidParameter.ErrorNameExists", "The name is taken", "refused");
          } else {
            body.put("RegistryId", cloud.idOf(create.registryName(), mark.requestId()));
            body.put("Outcome", "created");
          }
          body.put("RequestId", "fake-" + calls.size());
          return new Answer(200, body);
        });
  }

  private Answer createNamespace(
      Map<String, List<String>> headers,
      WebhookVerifier.Verified.Accepted caller,
      Map<String, Object> json) {
    CreateNamespace create = CreateNamespace.from(json).fold(ok -> ok.value(), bad -> null);
    return approved(
        headers,
        create,
        caller,
        mark -> {
          if (!cloud.isRunning(create.registryId())) {
            return failure(404, "registry_not_found", "No such registry", "refused");
          }
          boolean made = cloud.create(create, mark.requestId());
          if (!made && !cloud.isOf(create, mark.requestId())) {
            String code = "FailedOperation.ErrorTcrResourceConflict";
            return failure(409, code, "The name is taken", "refused");
          }
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("NamespaceName", create.namespaceName());
          body.put("Outcome", made ? "created" : "adopted");
          body.put("RequestId", "fake-" + calls.size());
          return new Answer(200, body);
        });
  }

  private Answer createCode(
      Map<String, List<String>> headers,
      WebhookVerifier.Verified.Accepted caller,
      Map<String, Object> json) {
    CreateRegisterCode create = CreateRegisterCode.from(json).fold(ok -> ok.value(), bad -> null);
    return approved(
        headers,
        create,
        caller,
        mark -> {
          FakeCloud.Code code = cloud.create(create, mark);
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("RegisterCodeId", code.id());
          body.put(
              "RegisterCodeValueSealed",
              Seal.seal(code.value(), caller.key(), mark.requestId(), RANDOM));
          body.put("Outcome", "created");
          body.put("RequestId", "fake-" + calls.size());
          return new Answer(200, body);
        });
  }

  private Answer approved(
      Map<String, List<String>> headers,
      ApiRequest request,
      WebhookVerifier.Verified.Accepted caller,
      Function<RequestMark, Answer> effect) {
    ApprovalVerifier verifier =
        new ApprovalVerifier(ApprovalKeys.parse("local:" + keys.publicKey()), clock);
    long deadline = Long.parseLong(headers.get(CallHeaders.DEADLINE).get(0));
    if (clock.millis() > deadline) {
      return failure(503, "DeadlinePassed", "Too late", "refused");
    }
    return verifier
        .verify(
            headers.get(CallHeaders.APPROVAL).get(0),
            request.function(),
            request.sha256(),
            caller.webhookId())
        .fold(
            fits -> effect.apply(new RequestMark(fits.approval().requestId(), fits.attempt())),
            unfit -> failure(403, "ApprovalUnfit", unfit.word(), "refused"));
  }

  private Answer describeInstances(Map<String, Object> json) {
    return ok(cloud.registries(DescribeInstances.from(json).fold(ok -> ok.value(), bad -> null)));
  }

  private Answer describeNamespaces(Map<String, Object> json) {
    return ok(cloud.namespaces(DescribeNamespaces.from(json).fold(ok -> ok.value(), bad -> null)));
  }

  private Answer disable(Map<String, Object> json) {
    cloud.disable(
        DisableRegisterCodes.from(json).fold(ok -> ok.value(), bad -> null).registerCodeIds());
    return ok(new LinkedHashMap<>());
  }

  private static Answer ok(Map<String, Object> fields) {
    fields.put("Outcome", "ok");
    fields.put("RequestId", "fake");
    return new Answer(200, fields);
  }

  static Answer failure(int status, String code, String message, String outcome) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Code", code);
    error.put("Message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Error", error);
    body.put("Outcome", outcome);
    body.put("RequestId", "fake");
    return new Answer(status, body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
