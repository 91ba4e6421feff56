// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import io.berth.contract.text.Json;
import io.berth.contract.text.JsonObject;
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
    JsonObject fields = new JsonObject(response);
    return response.containsKey("Error")
        ? refused(fields.object("Error"), fields.text("RequestId"))
        : accepted(response, fields.text("RequestId"));
  }

  private static CloudReply refused(JsonObject error, String requestId) {
    return error.text("Code").isEmpty()
        ? new CloudReply.Malformed("the cloud's answer has an Error without a Code")
        : new CloudReply.Refused(error.text("Code"), error.text("Message"), requestId);
  }

  private static CloudReply accepted(Map<?, ?> response, String requestId) {
    Map<String, Object> fields = new LinkedHashMap<>();
    response.forEach((name, value) -> fields.put((String) name, value));
    fields.remove("RequestId");
    return new CloudReply.Accepted(fields, requestId);
  }
}
