// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cloud tag: a key and a value. */
public record Tag(String key, String value) {
  /**
   * The key under which a registry carries the id of the request that made it; nobody else may use
   * it.
   */
  public static final String REQUEST_KEY = "chatops-request";

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Key", key);
    json.put("Value", value);
    return json;
  }
}
