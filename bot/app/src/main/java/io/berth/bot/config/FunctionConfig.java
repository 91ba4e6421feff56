// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.text.Secret;
import io.berth.yaml.YamlMapping;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One function.
 *
 * @param secrets Standard Webhooks secrets ({@code whsec_…}); the first one signs, all of them open
 *     sealed values
 */
public record FunctionConfig(URI url, List<Secret> secrets) {
  static final List<String> KEYS = List.of("url", "secrets");

  public FunctionConfig {
    secrets = List.copyOf(secrets);
  }

  static Map<FunctionName, FunctionConfig> readAll(YamlMapping in) {
    in.allowOnly(Arrays.stream(FunctionName.values()).map(FunctionName::wireName).toList());
    Map<FunctionName, FunctionConfig> all = new EnumMap<>(FunctionName.class);
    for (FunctionName name : FunctionName.values()) {
      YamlMapping function = in.section(name.wireName()).allowOnly(KEYS);
      List<Secret> keys = webhookKeys(function);
      if (all.values().stream().anyMatch(other -> !Collections.disjoint(other.secrets, keys))) {
        function.warn(
            "secrets",
            "has a secret of another function; with one of its own, a call can never be replayed there");
      }
      all.put(name, new FunctionConfig(Urls.required(function, "url"), keys));
    }
    return all;
  }

  /** One or two keys of Standard Webhooks. */
  static List<Secret> webhookKeys(YamlMapping in) {
    List<Secret> keys = in.secrets("secrets");
    if (keys.size() > 2) {
      in.refuse("secrets", "may hold two, the new one and the one it replaces; remove the others");
    }
    if (!keys.stream().allMatch(WebhookKey::isWellFormed)) {
      in.refuse("secrets", "must be whsec_ and base64 of 24 to 64 bytes each");
    }
    return keys;
  }
}
