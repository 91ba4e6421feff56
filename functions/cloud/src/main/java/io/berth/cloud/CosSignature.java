// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The signature of Cloud Object Storage, which is not that of API 3.0: HMAC-SHA1 over method, path,
 * parameters and headers (COS XML API, Request Signature). The body is not part of it.
 *
 * @param path decoded, as {@code /folder/object}
 * @param keyTime when the signature holds, {@code <from>;<to>} in seconds since 1970
 */
record CosSignature(
    String method,
    String path,
    SortedMap<String, String> parameters,
    SortedMap<String, String> headers,
    String keyTime) {

  /** Signs all of the given parameters and headers, under whatever case their names have. */
  static CosSignature of(
      String method,
      String path,
      Map<String, String> parameters,
      Map<String, String> headers,
      String keyTime) {
    return new CosSignature(method, path, encoded(parameters), encoded(headers), keyTime);
  }

  /** The header {@code Authorization}; pure, the same input gives the same text. */
  String authorization(Credentials credentials) {
    String signKey = Digests.hmacSha1Hex(credentials.secretKey().reveal(), keyTime);
    return "q-sign-algorithm=sha1&q-ak="
        + credentials.secretId()
        + "&q-sign-time="
        + keyTime
        + "&q-key-time="
        + keyTime
        + "&q-header-list="
        + String.join(";", headers.keySet())
        + "&q-url-param-list="
        + String.join(";", parameters.keySet())
        + "&q-signature="
        + Digests.hmacSha1Hex(signKey, stringToSign());
  }

  String httpString() {
    return method.toLowerCase(Locale.ROOT)
        + "\n"
        + path
        + "\n"
        + joined(parameters)
        + "\n"
        + joined(headers)
        + "\n";
  }

  private String stringToSign() {
    return "sha1\n" + keyTime + "\n" + Digests.sha1Hex(httpString()) + "\n";
  }

  private static SortedMap<String, String> encoded(Map<String, String> given) {
    SortedMap<String, String> encoded = new TreeMap<>();
    given.forEach(
        (name, value) -> encoded.put(encode(name).toLowerCase(Locale.ROOT), encode(value)));
    return encoded;
  }

  private static String joined(SortedMap<String, String> encoded) {
    return encoded.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }

  /** Everything but letters, digits and {@code -_.~}, by the bytes of UTF-8. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() * 2);
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_.~".indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(Digests.hex(new byte[] {b}).toUpperCase(Locale.ROOT));
      }
    }
    return encoded.toString();
  }
}
