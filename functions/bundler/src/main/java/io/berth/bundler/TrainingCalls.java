// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signed calls of the functions, and the environment in which they are accepted. */
final class TrainingCalls {
  private final Clock clock;
  private final Ids ids;
  private final Secret secret;
  private final ApprovalKeys keys = ApprovalKeys.generate();

  TrainingCalls(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.ids = new Ids(clock, random);
    this.secret = WebhookKey.generate(random);
  }

  /** What a function has to know to take these calls, beside the runtime API. */
  Map<String, String> environment(String cloud) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("BERTH_CALLERS", "training:" + secret.reveal() + ":*");
    environment.put("BERTH_REQUIRE_APPROVAL", "true");
    environment.put("BERTH_APPROVAL_KEYS", "training:" + keys.publicKey());
    environment.put("BERTH_CLOUD_ENDPOINT", cloud);
    environment.put("TENCENTCLOUD_SECRETID", "AKIDtraining");
    environment.put("TENCENTCLOUD_SECRETKEY", "training");
    environment.put("TENCENTCLOUD_SESSIONTOKEN", "training");
    return environment;
  }

  /** One call of each function; a create carries its approval, as the bot's do. */
  List<String> events() {
    return Arrays.stream(FunctionName.values()).map(this::event).toList();
  }

  /** A call of one function with its example. */
  String event(FunctionName function) {
    byte[] body = function.example().getBytes(UTF_8);
    String requestId = ids.requestId();
    String webhookId = requestId + "-1";
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-scf-remote-addr", "127.0.0.1");
    headers.putAll(WebhookSigner.headers(secret, webhookId, clock.instant(), body));
    if (function.creates()) {
      headers.put(CallHeaders.APPROVAL, approval(function, requestId));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", "POST");
    event.put("path", "/" + function.wireName());
    event.put("headers", headers);
    event.put("queryString", Map.of());
    event.put("body", function.example());
    return Json.write(event);
  }

  /** A call that is refused for its signature. */
  String forgedEvent() {
    return event(FunctionName.TCR_CREATE_INSTANCE).replace("v1,", "v1,A");
  }

  private String approval(FunctionName function, String requestId) {
    return new ApprovalSigner("training", keys.signingKey())
        .sign(
            new Approval(
                requestId,
                function,
                ApiRequest.sha256(function, function.example()),
                "U0ASKS",
                List.of("U0DECIDES"),
                clock.instant(),
                clock.instant().plusSeconds(3_600)));
  }
}
