// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import io.berth.contract.text.Digests;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a request that TC3-HMAC-SHA256 signs: the first of its two steps (Tencent Cloud API
 * 3.0, Signature v3, "Concatenate the CanonicalRequest").
 *
 * @param signedHeaders their names, sorted and joined by {@code ;}
 */
record CanonicalRequest(String text, String signedHeaders) {
  private static final String OF_A_POST = "content-type;host;x-tc-action";

  /**
   * Any request.
   *
   * @param method {@code POST} or {@code GET}
   * @param query the text after {@code ?} exactly as sent; empty for POST
   * @param headers the headers to sign, with at least {@code content-type} and {@code host}
   */
  static CanonicalRequest of(
      String method, String query, Map<String, String> headers, byte[] body) {
    SortedMap<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(canonical(name), canonical(value)));
    String names = String.join(";", sorted.keySet());
    StringBuilder text = new StringBuilder(256);
    text.append(method).append("\n/\n").append(query).append('\n');
    sorted.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('\n').append(names).append('\n').append(Digests.sha256Hex(body));
    return new CanonicalRequest(text.toString(), names);
  }

  /**
   * The one form that the client sends: JSON by POST, with type, host and action signed. The same
   * as {@link #of} makes of it, without sorting what is sorted.
   *
   * @param contentType in lower case
   * @param host with its port, if it has one in {@code Host} too
   */
  static CanonicalRequest ofPost(String contentType, String host, String action, byte[] body) {
    String text =
        "POST\n/\n\ncontent-type:"
            + contentType
            + "\nhost:"
            + host.toLowerCase(Locale.ROOT)
            + "\nx-tc-action:"
            + action.toLowerCase(Locale.ROOT)
            + "\n\n"
            + OF_A_POST
            + "\n"
            + Digests.sha256Hex(body);
    return new CanonicalRequest(text, OF_A_POST);
  }

  private static String canonical(String text) {
    return text.trim().toLowerCase(Locale.ROOT);
  }
}
