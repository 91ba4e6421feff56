// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.text.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cloud tag: a key and a value. */
public record Tag(String key, String value) {
  /**
   * The key under which a registry carries the id of the request that made it; nobody else may use
   * it.
   */
  public static final String REQUEST_KEY = "chatops-request";

  /** The tags of a TagSpecification that the cloud shows. */
  static List<Tag> of(JsonObject specification) {
    List<Tag> tags = new ArrayList<>();
    for (JsonObject tag : specification.objects("Tags")) {
      tags.add(new Tag(tag.text("Key"), tag.text("Value")));
    }
    return tags;
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
