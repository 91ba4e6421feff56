// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import io.berth.emulator.error.ApiError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signature version 3, {@code TC3-HMAC-SHA256}, as the service checks it (Signature v3, steps 1 to
 * 4). The credential scope names whatever service the client took from its endpoint text ({@code
 * 127} for {@code 127.0.0.1}), so it is used and not compared.
 */
record SignatureV3(
    String secretId, String date, String service, String signedHeaders, String signature) {
  private static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final String MALFORMED =
      """
      The header `Authorization` is not TC3-HMAC-SHA256 \
      Credential=<SecretId>/<Date>/<service>/tc3_request, SignedHeaders=<h1;h2>, \
      Signature=<64 lower-case hex>: %s.""";
  private static final Pattern FORM =
      Pattern.compile(
          "TC3-HMAC-SHA256\\s+Credential=([^/,\\s]+)/([0-9]{4}-[0-9]{2}-[0-9]{2})/([^/,\\s]+)/tc3_request"
              + "\\s*,\\s*SignedHeaders=([a-z0-9;_-]+)\\s*,\\s*Signature=([0-9a-f]{64})");

  /** Reads the header {@code Authorization}; content type and host must be among what is signed. */
  static SignatureV3 parse(String authorization) throws ApiError {
    Matcher form = FORM.matcher(authorization);
    if (!form.matches()) {
      throw malformed("it has another form");
    }
    List<String> names = List.of(form.group(4).split(";"));
    if (!names.contains("content-type") || !names.contains("host")) {
      throw malformed("SignedHeaders must name content-type and host");
    }
    return new SignatureV3(
        form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
  }

  private static ApiError malformed(String why) {
    return new ApiError("AuthFailure.InvalidAuthorization", MALFORMED.formatted(why));
  }

  /** Whether the date of the scope is the UTC date of the timestamp. */
  boolean isDated(Instant timestamp) {
    return LocalDate.ofInstant(timestamp, ZoneOffset.UTC).toString().equals(date);
  }

  /**
   * Whether the signature is right. Clients differ in two details that the documents leave open:
   * some sign the host without its port, and values with capitals are signed as sent or in lower
   * case. Each of these forms is good.
   */
  boolean isRight(RawRequest request, String timestamp, String secretKey) throws ApiError {
    boolean right = false;
    for (String host : hosts(request.header("host").orElse(""))) {
      for (UnaryOperator<String> values :
          List.of(UnaryOperator.<String>identity(), SignatureV3::lower)) {
        String expected = signature(canonicalRequest(request, host, values), timestamp, secretKey);
        right |= SignatureDigests.same(expected, signature);
      }
    }
    return right;
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  static Set<String> hosts(String host) {
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(host);
    hosts.add(host.replaceFirst(":[0-9]*$", ""));
    return hosts;
  }

  String canonicalRequest(RawRequest request, String host, UnaryOperator<String> values)
      throws ApiError {
    Set<String> names = new TreeSet<>(List.of(signedHeaders.split(";")));
    StringBuilder text = new StringBuilder(request.method()).append("\n/\n");
    text.append(request.method().equals("GET") ? request.query() : "").append('\n');
    for (String name : names) {
      String value = name.equals("host") ? lower(host) : request.header(name).orElse("");
      text.append(name).append(':').append(values.apply(value)).append('\n');
    }
    text.append('\n').append(String.join(";", names)).append('\n');
    return text.append(bodyHash(request)).toString();
  }

  private static String bodyHash(RawRequest request) throws ApiError {
    if (request.header("x-tc-content-sha256").equals(Optional.of("UNSIGNED-PAYLOAD"))) {
      return SignatureDigests.sha256Hex("UNSIGNED-PAYLOAD");
    }
    return SignatureDigests.sha256Hex(
        request.method().equals("GET") ? new byte[0] : request.body());
  }

  String signature(String canonicalRequest, String timestamp, String secretKey) {
    String scope = date + "/" + service + "/tc3_request";
    String hash = SignatureDigests.sha256Hex(canonicalRequest);
    String toSign = String.join("\n", ALGORITHM, timestamp, scope, hash);
    byte[] key = hmac(SignatureDigests.utf8("TC3" + secretKey), date);
    key = hmac(key, service);
    key = hmac(key, "tc3_request");
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    return SignatureDigests.hmac("HmacSHA256", key, text);
  }
}
