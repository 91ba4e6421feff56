// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.scf.platform.PlatformLimits;
import io.berth.emulator.scf.platform.ScfJson;
import io.berth.emulator.signature.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The service as the API layer and its callers see it, on free ports. */
final class RunningScf implements AutoCloseable {
  static final String URL_DESC =
      "{\"AuthType\":\"NONE\",\"NetConfig\":{\"EnableIntranet\":false,\"EnableExtranet\":true}}";

  final SettableClock clock = new SettableClock();
  final Keys keys = new Keys("AKIDtest", "secret", new SecureRandom());
  final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  final Scf scf;
  private final HttpClient http = HttpClient.newHttpClient();

  RunningScf(Path folder) throws IOException {
    this(folder, 10, Runnable::run);
  }

  RunningScf(Path folder, int instances, Executor background) throws IOException {
    PlatformLimits limits =
        new PlatformLimits(
            instances, Duration.ofMinutes(10), Duration.ofMillis(500), Duration.ofMillis(10));
    scf =
        Scf.start(
            new ScfSetup(
                0,
                URI.create("http://127.0.0.1:8102"),
                keys,
                clock,
                new SecureRandom(),
                folder,
                new PrintStream(terminal, true, StandardCharsets.UTF_8),
                limits,
                background));
  }

  /** Calls an action as the API layer does: the table first, then the action. */
  JsonNode call(String action, ObjectNode parameters) throws ApiError {
    return callIn("ap-guangzhou", action, parameters);
  }

  JsonNode callIn(String region, String action, ObjectNode parameters) throws ApiError {
    ApiAction found = scf.actions().get(action);
    ObjectNode checked = found.schema().orElseThrow().check(parameters, false);
    return found.call(
        new ApiCall(
            action, scf.version(), region, checked, "AKIDtest", "r-1", java.util.Optional.empty()));
  }

  /** The parameters of a function that runs the zip. */
  static ObjectNode function(String name, byte[] zip) {
    ObjectNode parameters =
        ScfJson.object()
            .put("FunctionName", name)
            .put("Runtime", "CustomRuntime")
            .put("Handler", "probe")
            .put("MemorySize", 128)
            .put("Timeout", 30);
    parameters.putObject("Code").put("ZipFile", Zips.base64(zip));
    return parameters;
  }

  static ObjectNode named(String name) {
    return ScfJson.object().put("FunctionName", name);
  }

  static ObjectNode trigger(String name, String desc) {
    return named(name).put("TriggerName", "url").put("Type", "http").put("TriggerDesc", desc);
  }

  /** Creates a function with a Function URL. */
  void deploy(ObjectNode function) throws ApiError {
    call("CreateFunction", function);
    call("CreateTrigger", trigger(function.path("FunctionName").asText(), URL_DESC));
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> postLater(String path, String body) {
    return http.sendAsync(
        request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(scf.functions() + path));
  }

  JsonNode invoke(String name, String command) throws ApiError {
    ObjectNode parameters = named(name).put("LogType", "Tail");
    parameters.put("Event", ScfJson.object().put("command", command).toString());
    return call("InvokeFunction", parameters).path("Result");
  }

  String terminal() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    scf.close();
  }
}
