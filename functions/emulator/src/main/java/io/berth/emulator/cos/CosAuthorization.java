// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import io.berth.emulator.signature.SignatureDigests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header {@code Authorization} of a request to COS, and whether its signature is right (COS XML
 * API, Request Signature, steps 1 to 8).
 *
 * @param signTime {@code <from>;<to>} in seconds since 1970
 * @param headers names of the signed headers
 * @param parameters names of the signed parameters
 */
record CosAuthorization(
    String secretId,
    String signTime,
    String keyTime,
    List<String> headers,
    List<String> parameters,
    String signature) {
  private static final Set<String> FIELDS =
      Set.of(
          "q-sign-algorithm",
          "q-ak",
          "q-sign-time",
          "q-key-time",
          "q-header-list",
          "q-url-param-list",
          "q-signature");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,10});([0-9]{1,10})");

  /** Reads the header; every field is there once. */
  static CosAuthorization parse(String authorization) throws CosError {
    Map<String, String> fields = fields(authorization);
    if (!fields.keySet().equals(FIELDS)
        || !given(fields, "q-sign-algorithm").equals("sha1")
        || !TIME.matcher(given(fields, "q-sign-time")).matches()
        || !TIME.matcher(given(fields, "q-key-time")).matches()
        || !given(fields, "q-signature").matches("[0-9a-f]{40}")) {
      throw malformed();
    }
    return new CosAuthorization(
        given(fields, "q-ak"),
        given(fields, "q-sign-time"),
        given(fields, "q-key-time"),
        names(given(fields, "q-header-list")),
        names(given(fields, "q-url-param-list")),
        given(fields, "q-signature"));
  }

  private static String given(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static Map<String, String> fields(String authorization) throws CosError {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : authorization.trim().split("&")) {
      String[] pair = part.split("=", 2);
      if (pair.length < 2 || fields.put(pair[0], pair[1]) != null) {
        throw malformed();
      }
    }
    return fields;
  }

  private static CosError malformed() {
    return new CosError(
        403,
        "AccessDenied",
        "The Authorization header needs q-sign-algorithm=sha1, q-ak, q-sign-time, q-key-time,"
            + " q-header-list, q-url-param-list and q-signature, each once.");
  }

  private static List<String> names(String list) {
    return Stream.of(list.split(";")).filter(name -> !name.isEmpty()).toList();
  }

  /** From when it holds, in seconds since 1970. */
  long from() {
    return second(1);
  }

  /** Until when it holds, in seconds since 1970. */
  long to() {
    return second(2);
  }

  private long second(int group) {
    Matcher time = TIME.matcher(signTime);
    return time.matches() ? Long.parseLong(time.group(group)) : 0;
  }

  /**
   * Whether the signature is right.
   *
   * @param path decoded
   * @param header the value of a header that is signed, {@code ""} when it is not there
   * @param parameter the value of a parameter, decoded, likewise
   */
  boolean isRight(
      String method,
      String path,
      UnaryOperator<String> header,
      UnaryOperator<String> parameter,
      String secretKey) {
    String http =
        String.join(
            "\n",
            method.toLowerCase(Locale.ROOT),
            path,
            list(parameters, parameter),
            list(headers, header),
            "");
    String toSign = "sha1\n" + signTime + "\n" + hex(sha1(http)) + "\n";
    String expected = hex(hmac(hex(hmac(secretKey, keyTime)), toSign));
    return SignatureDigests.same(expected, signature);
  }

  // In the order in which the client lists them, which has to be that of the alphabet.
  private static String list(List<String> names, UnaryOperator<String> values) {
    return names.stream()
        .map(name -> name + "=" + encode(values.apply(name)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    // A form's encoding differs from a URL's in these three characters.
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(SignatureDigests.utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-1.", e);
    }
  }

  private static byte[] hmac(String key, String text) {
    return SignatureDigests.hmac("HmacSHA1", SignatureDigests.utf8(key), text);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
