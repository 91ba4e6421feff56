// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.contract.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer; the body is JSON. */
public record WebhookReply(int status, Map<String, String> headers, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  public WebhookReply {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  static WebhookReply of(int status, Map<String, Object> body) {
    return new WebhookReply(status, Map.of("Content-Type", JSON), Json.writeBytes(body));
  }

  /** The same form of refusal as a function's. */
  static WebhookReply refused(int status, String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Code", code);
    error.put("Message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Error", error);
    body.put("Outcome", "refused");
    return of(status, body);
  }

  WebhookReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WebhookReply(status, more, body);
  }
}
