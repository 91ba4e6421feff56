// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signed calls of tcr-create-instance as events of a Function URL, each with an id of its own. */
final class SignedCalls {
  static final String FIELDS =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"bench\",\"RegistryType\":\"basic\"}";

  /** The same as the cloud takes them: there the region is a header. */
  static final String CLOUD_FIELDS = "{\"RegistryName\":\"bench\",\"RegistryType\":\"basic\"}";

  private final SecureRandom random = new SecureRandom();
  private final Ids ids = new Ids(Clock.systemUTC(), random);
  private final Secret secret = WebhookKey.generate(random);
  private final ApprovalKeys keys = ApprovalKeys.generate();

  /**
   * The variables of a function that takes these calls and sends its own to this cloud.
   *
   * @param approved whether it asks for approvals; the peers know nothing of them
   */
  Map<String, String> environment(String cloud, boolean approved) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("_HANDLER", "tcr-create-instance");
    environment.put("SCF_FUNCTIONNAME", "tcr-create-instance");
    environment.put("SCF_RUNTIME_API", "127.0.0.1");
    environment.put("TENCENTCLOUD_RUNENV", "SCF");
    environment.put("TENCENTCLOUD_REGION", "ap-guangzhou");
    environment.put("TENCENTCLOUD_SECRETID", "AKIDbench");
    environment.put("TENCENTCLOUD_SECRETKEY", "bench");
    environment.put("TENCENTCLOUD_SESSIONTOKEN", "bench");
    environment.put("BERTH_CALLERS", "bench:" + secret.reveal() + ":*");
    environment.put("BERTH_REQUIRE_APPROVAL", Boolean.toString(approved));
    if (approved) {
      environment.put("BERTH_APPROVAL_KEYS", "bench:" + keys.publicKey());
    }
    environment.put("BERTH_CLOUD_ENDPOINT", cloud);
    return environment;
  }

  /** The next call. */
  String event(boolean withApproval) {
    byte[] body = FIELDS.getBytes(UTF_8);
    String requestId = ids.requestId();
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.putAll(WebhookSigner.headers(secret, requestId + "-1", Instant.now(), body));
    if (withApproval) {
      headers.put(CallHeaders.APPROVAL, approval(requestId));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", "POST");
    event.put("path", "/tcr-create-instance");
    event.put("headers", headers);
    event.put("queryString", Map.of());
    event.put("body", FIELDS);
    return Json.write(event);
  }

  private String approval(String requestId) {
    String sha256 =
        CreateInstance.from(Json.readObject(FIELDS.getBytes(UTF_8)))
            .fold(
                valid -> valid.value().sha256(),
                invalid -> {
                  throw new IllegalStateException("the call breaks a rule: " + invalid);
                });
    Instant now = Instant.now();
    return new ApprovalSigner("bench", keys.signingKey())
        .sign(
            new Approval(
                requestId,
                FunctionName.TCR_CREATE_INSTANCE,
                sha256,
                "U0ASKS",
                List.of("U0DECIDES"),
                now,
                now.plusSeconds(3_600)));
  }
}
