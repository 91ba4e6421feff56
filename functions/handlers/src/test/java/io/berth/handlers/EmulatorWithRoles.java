// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import io.berth.emulator.Settings;
import io.berth.emulator.cam.BadPolicy;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.signature.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An emulator in which each function's role has its shipped policy, or what a test made of it. */
final class EmulatorWithRoles implements AutoCloseable {
  private static final Path POLICIES = Path.of("cam");

  private final Emulator emulator;

  private EmulatorWithRoles(Emulator emulator) {
    this.emulator = emulator;
  }

  /** Every role under its own shipped policy. */
  static EmulatorWithRoles shipped(Path work) {
    return start(work, policies());
  }

  /** The same, but without one action in the policy of one function. */
  static EmulatorWithRoles without(Path work, FunctionName function, String action) {
    Map<String, CamPolicy> policies = policies();
    policies.put(role(function), policy(fileOf(function), action));
    return start(work, policies);
  }

  /** The same, but with another of the shipped files for one function. */
  static EmulatorWithRoles with(Path work, FunctionName function, String file) {
    Map<String, CamPolicy> policies = policies();
    policies.put(role(function), policy(POLICIES.resolve(file), ""));
    return start(work, policies);
  }

  /** The role's name in template.yaml. */
  static String role(FunctionName function) {
    return "berth-" + function.wireName();
  }

  /** The actions in a function's shipped policy. */
  static List<String> actions(FunctionName function) {
    return statements(fileOf(function)).stream()
        .flatMap(statement -> ((List<?>) statement.get("action")).stream())
        .map(String.class::cast)
        .toList();
  }

  private static Path fileOf(FunctionName function) {
    return POLICIES.resolve(function.wireName() + ".json");
  }

  private static Map<String, CamPolicy> policies() {
    return Stream.of(FunctionName.values())
        .collect(
            Collectors.toMap(EmulatorWithRoles::role, function -> policy(fileOf(function), "")));
  }

  private static CamPolicy policy(Path file, String missingAction) {
    try {
      List<Map<?, ?>> kept = new ArrayList<>(statements(file));
      boolean removed = kept.removeIf(s -> s.get("action").equals(List.of(missingAction)));
      if (removed == missingAction.isEmpty()) {
        throw new AssertionError(file + " has no statement for " + missingAction + " alone");
      }
      if (kept.isEmpty()) {
        return new CamPolicy(List.of());
      }
      return CamPolicy.of(Json.write(Map.of("version", "2.0", "statement", kept)).getBytes(UTF_8));
    } catch (BadPolicy e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static List<Map<?, ?>> statements(Path file) {
    try {
      List<?> list = (List<?>) Json.readObject(Files.readAllBytes(file)).get("statement");
      return list.stream().<Map<?, ?>>map(statement -> (Map<?, ?>) statement).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmulatorWithRoles start(Path work, Map<String, CamPolicy> policies) {
    try {
      return new EmulatorWithRoles(
          Emulator.start(
              new Options(
                      0,
                      0,
                      "AKIDEXAMPLE",
                      Fixture.SECRET_KEY,
                      new SettableClock(),
                      new SecureRandom(),
                      work,
                      new PrintStream(new ByteArrayOutputStream()))
                  .withSettings(Settings.DEFAULT.withPermissions(Permissions.ofRoles(policies)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The function with a new temporary key of its role. */
  Fixture function(FunctionName name) {
    Keys.TemporaryKey key = emulator.roleKey(role(name));
    return new Fixture(name, emulator.cloud())
        .with("TENCENTCLOUD_SECRETID", key.secretId())
        .with("TENCENTCLOUD_SECRETKEY", key.secretKey())
        .with("TENCENTCLOUD_SESSIONTOKEN", key.token());
  }

  /** Enough for a registry to get ready. */
  void letTimePass() {
    http("POST", "clock", "{\"advanceSeconds\":200}");
  }

  void fault(String rule) {
    http("PUT", "faults", "[" + rule + "]");
  }

  /** {@code Action Code} of every call so far. */
  List<String> calls() {
    List<?> requests =
        (List<?>) Json.readObject(http("GET", "requests", "").getBytes(UTF_8)).get("requests");
    return requests.stream()
        .map(request -> (Map<?, ?>) request)
        .map(request -> request.get("Action") + " " + request.get("Code"))
        .toList();
  }

  private String http(String method, String name, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(emulator.cloud().resolve("/_emulator/" + name))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
