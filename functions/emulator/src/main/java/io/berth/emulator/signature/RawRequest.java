// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import io.berth.emulator.error.ApiError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it came, nothing decoded: signatures are made over the raw text.
 *
 * @param query the text after {@code ?}, {@code ""} when there is none
 * @param headers values by lower-case name
 * @param body at most {@link #POST_V3_BYTES} + 1 bytes; more were thrown away
 */
public record RawRequest(
    String method, String query, Map<String, List<String>> headers, byte[] body) {
  static final int GET_BYTES = 32 * 1024;

  /** The largest body of version 1, and of an agent. */
  public static final int POST_V1_BYTES = 1024 * 1024;

  /** The largest body of version 3. */
  public static final int POST_V3_BYTES = 10 * 1024 * 1024;

  boolean has(String header) {
    return headers.containsKey(header);
  }

  /** The one value of a header, trimmed; empty when it is absent. */
  public Optional<String> header(String name) throws ApiError {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new ApiError("InvalidRequest", "The header `" + name + "` is there more than once.");
    }
    return values.stream().map(String::trim).findFirst();
  }

  /** Type and subtype of the body, lower-case, without {@code charset}. */
  public String mediaType() throws ApiError {
    String type = header("content-type").orElse("");
    return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }
}
