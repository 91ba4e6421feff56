// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request with its whole body as it came over the wire.
 *
 * @param path the raw path, nothing decoded or normalised, without the query
 * @param headers by lower-case name, every value kept: who checks a signature must see a doubled
 *     header
 */
public record HttpRequest(
    String method, String path, Map<String, List<String>> headers, byte[] body) {
  public HttpRequest {
    Map<String, List<String>> lowered = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            lowered
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .addAll(values));
    lowered.replaceAll((name, values) -> List.copyOf(values));
    headers = Map.copyOf(lowered);
  }

  /** All values of a header; none when it is absent. */
  public List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The value of a header that is there exactly once. */
  public Optional<String> onlyHeader(String name) {
    List<String> values = header(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /**
   * The media type in lower case, without parameters; empty when there is none or there are two.
   */
  public String mediaType() {
    String value = onlyHeader("content-type").orElse("");
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters))
        .trim()
        .toLowerCase(Locale.ROOT);
  }
}
