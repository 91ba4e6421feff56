// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import io.berth.contract.text.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to one HTTP request.
 *
 * @param headers by the spelling to send
 * @param body treated as immutable
 */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {
  public HttpReply {
    // Not Map.copyOf: its order differs from run to run, and the wire format should not.
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A JSON answer. */
  public static HttpReply json(int status, Map<String, Object> body) {
    return new HttpReply(status, Map.of("Content-Type", "application/json"), Json.writeBytes(body));
  }

  /**
   * The one shape of every refusal: {@code {"Error":{"Code","Message"},"Outcome":"refused",
   * "RequestId"}}.
   */
  public static HttpReply refused(int status, String code, String message, String requestId) {
    return failed(status, code, message, "refused", requestId);
  }

  /** As {@link #refused}, for a call that may have had its effect. */
  public static HttpReply unknown(String code, String message, String requestId) {
    return failed(504, code, message, "unknown", requestId);
  }

  /** The same with one more header. */
  public HttpReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, more, body);
  }

  private static HttpReply failed(
      int status, String code, String message, String outcome, String requestId) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Code", code);
    error.put("Message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Error", error);
    body.put("Outcome", outcome);
    body.put("RequestId", requestId);
    return json(status, body);
  }
}
