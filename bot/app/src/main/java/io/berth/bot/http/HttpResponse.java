// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to one {@link HttpRequest}. */
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {
  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  /** An answer without a body. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, Map.of(), new byte[0]);
  }

  /** One line of plain text. */
  public static HttpResponse text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
  }

  /** A tree of maps, lists and scalars as JSON. */
  public static HttpResponse json(int status, Object tree) {
    return of(status, "application/json; charset=utf-8", Json.writeBytes(tree));
  }

  /** A refusal: one sentence for people, as JSON {@code {"error":"…"}}. */
  public static HttpResponse refusal(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  /** A body of any type. */
  public static HttpResponse of(int status, String contentType, byte[] body) {
    return new HttpResponse(status, Map.of("Content-Type", contentType), body);
  }

  /** The same answer with one header more. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }
}
