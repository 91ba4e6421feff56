// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the HTTP status
 * @param type the Content-Type
 * @param body raw bytes
 * @param headers further headers
 */
public record Out(int status, String type, byte[] body, Map<String, String> headers) {

  /** An answer in JSON. */
  public static Out json(int status, JsonNode tree) {
    return new Out(status, "application/json; charset=utf-8", Trees.bytes(tree), Map.of());
  }

  /** An answer in plain text. */
  public static Out text(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Out(status, "text/plain; charset=utf-8", body, Map.of());
  }

  /** The same answer with another status. */
  public Out withStatus(int other) {
    return new Out(other, type, body, headers);
  }

  /** The same answer with these headers instead. */
  public Out with(Map<String, String> others) {
    return new Out(status, type, body, Map.copyOf(others));
  }
}
