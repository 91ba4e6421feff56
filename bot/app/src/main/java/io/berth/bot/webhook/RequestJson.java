// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.ledger.Request;
import io.berth.contract.Product;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller is told about its request. A register code's value is not in it, sealed or not: it
 * leaves by one door only.
 */
final class RequestJson {
  private RequestJson() {}

  static Map<String, Object> of(Request request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("RequestId", request.id());
    json.put("State", request.state().name());
    json.put("Function", request.function().wireName());
    boolean registry = request.function().product() == Product.TCR;
    request.resourceId().ifPresent(id -> json.put(registry ? "RegistryId" : "RegisterCodeId", id));
    request.progress().ifPresent(status -> json.put("Status", status));
    request.failure().ifPresent(sentence -> json.put("Failure", sentence));
    json.put("ApprovalsNeeded", request.terms().needed());
    json.put("CreatedAt", request.createdAt().toString());
    json.put("ExpiresAt", request.expiresAt().toString());
    return json;
  }

  static Map<String, Object> of(Request request, String message) {
    Map<String, Object> json = of(request);
    json.put("Message", message);
    return json;
  }
}
