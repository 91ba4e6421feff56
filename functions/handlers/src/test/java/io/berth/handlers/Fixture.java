// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One function of the bundle with its environment, called with signed events. */
final class Fixture {
  static final String REQUEST = "01JD8QZ5T4V9W6X2Y3A7B8C9DE";
  static final String SECRET_KEY = "canary-secret-key";

  final SettableClock clock = new SettableClock();
  final List<String> lines = new CopyOnWriteArrayList<>();
  final Secret bot = WebhookKey.generate(new SecureRandom());
  final Secret botNext = WebhookKey.generate(new SecureRandom());
  final Secret ci = WebhookKey.generate(new SecureRandom());
  final ApprovalKeys keys = ApprovalKeys.generate();
  final FunctionName function;
  final Map<String, String> environment = new LinkedHashMap<>();
  int staleKeys;
  private RequestStreamHandler handler;
  private int remainingMillis = 30_000;

  /** What came back through the envelope. */
  record Reply(int status, Map<String, Object> headers, Map<String, Object> body) {
    String code() {
      return (String) ((Map<?, ?>) body.get("Error")).get("Code");
    }

    String message() {
      return (String) ((Map<?, ?>) body.get("Error")).get("Message");
    }

    String outcome() {
      return (String) body.get("Outcome");
    }
  }

  Fixture(FunctionName function, URI cloud) {
    this.function = function;
    environment.put(
        "BERTH_CALLERS",
        "bot:"
            + bot.reveal()
            + "|"
            + botNext.reveal()
            + ":*;ci:"
            + ci.reveal()
            + ":"
            + allowedToCi());
    environment.put("BERTH_REQUIRE_APPROVAL", "bot");
    environment.put("BERTH_APPROVAL_KEYS", "k1:" + keys.publicKey());
    environment.put("BERTH_CLOUD_ENDPOINT", cloud.toString());
    environment.put("TENCENTCLOUD_SECRETID", "AKIDEXAMPLE");
    environment.put("TENCENTCLOUD_SECRETKEY", SECRET_KEY);
    environment.put("TENCENTCLOUD_SESSIONTOKEN", "canary-token");
  }

  private static String allowedToCi() {
    return Stream.of(FunctionName.values())
        .map(FunctionName::wireName)
        .collect(Collectors.joining(","));
  }

  Fixture with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Fixture without(String name) {
    environment.remove(name);
    return this;
  }

  Fixture timeLeft(int millis) {
    remainingMillis = millis;
    return this;
  }

  RequestStreamHandler handler() {
    if (handler == null) {
      handler =
          new Bundle(
                  environment,
                  name -> Optional.empty(),
                  clock,
                  new SecureRandom(),
                  () -> staleKeys++)
              .function(function.wireName())
              .orElseThrow()
              .handler();
    }
    return handler;
  }

  /** A call by ci, which needs no approval. */
  Reply ci(String id, String body) {
    return send(event(ci, id, clock.instant(), body, Map.of()));
  }

  /** A call by the bot with an approval for exactly this body. */
  Reply bot(int attempt, String body, String sha256) {
    return bot(attempt, body, sha256, approval -> approval);
  }

  Reply bot(int attempt, String body, String sha256, UnaryOperator<Approval> change) {
    String jws = new ApprovalSigner("k1", keys.signingKey()).sign(change.apply(approval(sha256)));
    return send(
        event(bot, REQUEST + "-" + attempt, clock.instant(), body, Map.of("berth-approval", jws)));
  }

  Approval approval(String sha256) {
    return new Approval(
        REQUEST,
        function,
        sha256,
        "U0ALICE",
        List.of("U0BOB"),
        clock.instant().minusSeconds(60),
        clock.instant().plusSeconds(3600));
  }

  /** The event of a signed POST, as a map that a test may still spoil. */
  static Map<String, Object> event(
      Secret key, String id, Instant at, String body, Map<String, String> more) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.putAll(WebhookSigner.headers(key, id, at, body.getBytes(UTF_8)));
    headers.putAll(more);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", "POST");
    event.put("path", "/");
    event.put("headers", headers);
    event.put("body", body);
    return event;
  }

  Reply send(Map<String, Object> event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler()
          .handleRequest(
              new ByteArrayInputStream(Json.writeBytes(event)),
              out,
              new TestContext("call-1", remainingMillis, lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply(out.toByteArray());
  }

  static Reply reply(byte[] envelope) {
    Map<String, Object> tree = Json.readObject(envelope, Json.Limits.WIDE);
    Map<String, Object> headers = new LinkedHashMap<>();
    ((Map<?, ?>) tree.get("headers")).forEach((name, value) -> headers.put((String) name, value));
    return new Reply(
        ((Long) tree.get("statusCode")).intValue(),
        headers,
        Json.readObject(((String) tree.get("body")).getBytes(UTF_8), Json.Limits.WIDE));
  }

  Map<String, Object> lastLine() {
    return Json.readObject(lines.get(lines.size() - 1).getBytes(UTF_8), Json.Limits.WIDE);
  }
}
