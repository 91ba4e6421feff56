// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refusals in the same form as a function's. */
final class Refusals {
  private Refusals() {}

  static HttpResponse of(int status, String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Code", code);
    error.put("Message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Error", error);
    body.put("Outcome", "refused");
    return HttpResponse.json(status, body);
  }
}
