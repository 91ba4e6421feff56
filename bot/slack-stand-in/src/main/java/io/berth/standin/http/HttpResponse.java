// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.json.JsonTrees;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back for one HTTP request.
 *
 * @param status the HTTP status
 * @param type the Content-Type
 * @param body raw bytes
 * @param headers further headers
 */
public record HttpResponse(int status, String type, byte[] body, Map<String, String> headers) {

  /** An answer in JSON. */
  public static HttpResponse json(int status, JsonNode tree) {
    return new HttpResponse(
        status, "application/json; charset=utf-8", JsonTrees.bytes(tree), Map.of());
  }

  /** An answer in plain text. */
  public static HttpResponse text(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new HttpResponse(status, "text/plain; charset=utf-8", body, Map.of());
  }

  /** The same answer with another status. */
  public HttpResponse withStatus(int other) {
    return new HttpResponse(other, type, body, headers);
  }

  /** The same answer with these headers instead. */
  public HttpResponse withHeaders(Map<String, String> others) {
    return new HttpResponse(status, type, body, Map.copyOf(others));
  }
}
