// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a request that TC3-HMAC-SHA256 signs: the first of its two steps (Tencent Cloud API
 * 3.0, Signature v3, "Concatenate the CanonicalRequest").
 *
 * @param method {@code POST} or {@code GET}
 * @param query the text after {@code ?} exactly as sent; empty for POST
 * @param headers the headers to sign, with at least {@code content-type} and {@code host}
 * @param bodySha256 lower-case hex
 */
record CanonicalRequest(
    String method, String query, SortedMap<String, String> headers, String bodySha256) {

  static CanonicalRequest of(
      String method, String query, Map<String, String> headers, byte[] body) {
    SortedMap<String, String> canonical = new TreeMap<>();
    headers.forEach(
        (name, value) ->
            canonical.put(
                name.trim().toLowerCase(Locale.ROOT), value.trim().toLowerCase(Locale.ROOT)));
    return new CanonicalRequest(method, query, canonical, Hashes.sha256Hex(body));
  }

  String signedHeaders() {
    return String.join(";", headers.keySet());
  }

  String text() {
    StringBuilder text = new StringBuilder(256);
    text.append(method).append("\n/\n").append(query).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    return text.append('\n').append(signedHeaders()).append('\n').append(bodySha256).toString();
  }
}
