// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import io.berth.cloud.Endpoint;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.Callers;
import io.berth.handlers.pipeline.AccessRules;
import io.berth.handlers.pipeline.ApprovalRule;
import java.security.PublicKey;
import java.util.Map;

/** What a function's environment says. Every mistake is an init failure with one sentence. */
record Config(AccessRules rules, Endpoint endpoint) {

  /**
   * @throws IllegalArgumentException with a sentence that names the variable and never a secret
   */
  static Config from(Map<String, String> environment, FunctionName function) {
    String region = environment.getOrDefault("TENCENTCLOUD_REGION", "");
    if (!region.isEmpty() && !region.matches("[a-z]{2}-[a-z]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "TENCENTCLOUD_REGION is not a region; example: ap-guangzhou");
    }
    Callers callers = Callers.parse(environment.getOrDefault("BERTH_CALLERS", ""));
    ApprovalRule rule =
        ApprovalRule.parse(environment.getOrDefault("BERTH_REQUIRE_APPROVAL", ""), callers);
    return new Config(
        new AccessRules(callers, rule, keys(environment, function, rule)),
        Endpoint.parse(environment.getOrDefault("BERTH_CLOUD_ENDPOINT", "")));
  }

  private static Map<String, PublicKey> keys(
      Map<String, String> environment, FunctionName function, ApprovalRule rule) {
    String text = environment.getOrDefault("BERTH_APPROVAL_KEYS", "").strip();
    if (!text.isEmpty()) {
      return ApprovalKeys.parse(text);
    }
    if (function.creates() && rule.asksAnybody()) {
      throw new IllegalArgumentException(
          "BERTH_APPROVAL_KEYS is missing, so no approval could be checked; give"
              + " kid:base64-public-key, or set BERTH_REQUIRE_APPROVAL=false");
    }
    return Map.of();
  }
}
