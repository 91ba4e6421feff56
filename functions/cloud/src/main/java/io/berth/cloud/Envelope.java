// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads API 3.0's answer: {@code {"Response":{…,"RequestId"}}}, failed exactly when Error is in it.
 */
final class Envelope {
  private Envelope() {}

  static CloudReply read(byte[] body) {
    Map<String, Object> tree;
    try {
      tree = Json.readObject(body, Json.Limits.WIDE);
    } catch (MalformedJson e) {
      return new CloudReply.Malformed("the cloud's answer is not JSON: " + e.getMessage());
    }
    if (!(tree.get("Response") instanceof Map<?, ?> response)) {
      return new CloudReply.Malformed("the cloud's answer has no Response object");
    }
    String requestId = text(response.get("RequestId"));
    if (response.containsKey("Error")) {
      return response.get("Error") instanceof Map<?, ?> error && !text(error.get("Code")).isEmpty()
          ? new CloudReply.Refused(text(error.get("Code")), text(error.get("Message")), requestId)
          : new CloudReply.Malformed("the cloud's answer has an Error without a Code");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    response.forEach((name, value) -> fields.put((String) name, value));
    fields.remove("RequestId");
    return new CloudReply.Accepted(fields, requestId);
  }

  private static String text(Object value) {
    return value instanceof String string ? string : "";
  }
}
