// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request that came in, read whole.
 *
 * @param method upper-case, such as {@code POST}
 * @param path without the query, still percent-encoded
 * @param query first value of each query parameter
 * @param headers first value of each header, names in lower case
 * @param body raw bytes, at most 1 MiB
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /** The value of a header, by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
