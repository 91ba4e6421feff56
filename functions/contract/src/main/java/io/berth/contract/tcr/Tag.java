// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cloud tag: a key and a value. */
public record Tag(String key, String value) {
  /**
   * The key under which what was made carries the id of the request that made it; nobody else may
   * use it.
   */
  public static final String REQUEST_KEY = "chatops-request";

  /** These tags and, behind them, the one that names the request. */
  static List<Tag> withRequest(List<Tag> tags, String requestId) {
    List<Tag> all = new ArrayList<>(tags);
    all.add(new Tag(REQUEST_KEY, requestId));
    return all;
  }

  /** The id of the request that made what carries these tags. */
  static Optional<String> requestId(List<Tag> tags) {
    return tags.stream().filter(t -> t.key().equals(REQUEST_KEY)).map(Tag::value).findFirst();
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Key", key);
    json.put("Value", value);
    return json;
  }
}
