// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller is told about its request. The value of a secret is not in it, sealed or not: it
 * leaves by one door only. A request of one part has that part's fields at the top.
 */
final class RequestJson {
  private RequestJson() {}

  static Map<String, Object> of(Request request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("RequestId", request.id());
    json.put("State", request.state().name());
    if (request.isSingle()) {
      json.putAll(part(request.parts().get(0)));
    } else {
      List<Map<String, Object>> parts = request.parts().stream().map(RequestJson::listed).toList();
      json.put("Parts", parts);
    }
    json.put("ApprovalsNeeded", request.terms().needed());
    json.put("CreatedAt", request.times().createdAt().toString());
    json.put("ExpiresAt", request.times().expiresAt().toString());
    return json;
  }

  static Map<String, Object> of(Request request, String message) {
    Map<String, Object> json = of(request);
    json.put("Message", message);
    return json;
  }

  private static Map<String, Object> listed(Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Part", part.id().number());
    json.put("State", part.state().name());
    json.putAll(part(part));
    return json;
  }

  private static Map<String, Object> part(Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Function", part.kind().function().wireName());
    String field = part.kind().function().resultField().orElseThrow();
    part.resourceId().ifPresent(id -> json.put(field, id));
    part.progress().ifPresent(status -> json.put("Status", status));
    part.failure().ifPresent(sentence -> json.put("Failure", sentence));
    return json;
  }
}
