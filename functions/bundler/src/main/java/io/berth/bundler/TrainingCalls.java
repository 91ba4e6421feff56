// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tat.DescribeRegisterCodes;
import io.berth.contract.tat.DisableRegisterCodes;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeNamespaces;
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

  private static ApiRequest request(FunctionName function) {
    return switch (function) {
      case TCR_CREATE_INSTANCE ->
          valid(
              CreateInstance.from(
                  json("\"RegistryName\":\"training\",\"RegistryType\":\"basic\"")));
      case TCR_DESCRIBE_INSTANCES -> valid(DescribeInstances.from(json("\"AllRegion\":true")));
      case TCR_CREATE_NAMESPACE ->
          valid(
              CreateNamespace.from(
                  json(
                      "\"RegistryId\":\"tcr-training\",\"NamespaceName\":\"training\",\"IsPublic\":false")));
      case TCR_DESCRIBE_NAMESPACES ->
          valid(DescribeNamespaces.from(json("\"RegistryId\":\"tcr-training\"")));
      case TAT_CREATE_REGISTER_CODE ->
          valid(CreateRegisterCode.from(json("\"Description\":\"training\",\"RegisterLimit\":1")));
      case TAT_DESCRIBE_REGISTER_CODES -> valid(DescribeRegisterCodes.from(json("\"Limit\":100")));
      case TAT_DISABLE_REGISTER_CODES ->
          valid(
              DisableRegisterCodes.from(
                  json("\"RegisterCodeIds\":[\"9b5cb72b-418f-4a81-b32e-f8bc80eef678\"]")));
    };
  }

  private static Map<String, Object> json(String fields) {
    return Json.readObject(("{\"Region\":\"ap-guangzhou\"," + fields + "}").getBytes(UTF_8));
  }

  private static <X extends ApiRequest> ApiRequest valid(Checked<X> checked) {
    return checked.fold(
        Checked.Valid::value,
        invalid -> {
          throw new IllegalStateException("a training call breaks a rule: " + invalid);
        });
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

  /** A call of one function. */
  String event(FunctionName function) {
    return event(request(function));
  }

  /** A call that is refused for its signature. */
  String forgedEvent() {
    return event(FunctionName.TCR_CREATE_INSTANCE).replace("v1,", "v1,A");
  }

  private String event(ApiRequest request) {
    byte[] body = Json.writeBytes(request.toJson());
    String requestId = ids.requestId();
    String webhookId = requestId + "-1";
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-scf-remote-addr", "127.0.0.1");
    headers.putAll(WebhookSigner.headers(secret, webhookId, clock.instant(), body));
    if (request.function().creates()) {
      headers.put(CallHeaders.APPROVAL, approval(request, requestId));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", "POST");
    event.put("path", "/" + request.function().wireName());
    event.put("headers", headers);
    event.put("queryString", Map.of());
    event.put("body", new String(body, UTF_8));
    return Json.write(event);
  }

  private String approval(ApiRequest request, String requestId) {
    return new ApprovalSigner("training", keys.signingKey())
        .sign(
            new Approval(
                requestId,
                request.function(),
                request.sha256(),
                "U0ASKS",
                List.of("U0DECIDES"),
                clock.instant(),
                clock.instant().plusSeconds(3_600)));
  }
}
