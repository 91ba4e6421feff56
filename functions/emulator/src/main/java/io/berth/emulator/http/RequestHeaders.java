// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** The headers of a request, as those who check signatures need them. */
public final class RequestHeaders {
  private RequestHeaders() {}

  /** Values by lower-case name, in the order in which they came. */
  public static Map<String, List<String>> of(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          List.of(value),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return headers;
  }

  /** The Host header, {@code ""} when there is none. */
  public static String host(Map<String, List<String>> headers) {
    return headers.getOrDefault("host", List.of("")).get(0);
  }
}
