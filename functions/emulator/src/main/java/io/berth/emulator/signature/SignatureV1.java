// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Signature version 1 ({@code HmacSHA1}, {@code HmacSHA256}): everything travels as ordinary
 * parameters, of a query or of a form (Signature v1, "Generating a Signature String").
 */
final class SignatureV1 {
  private final Map<String, String> parameters;

  /** Takes all parameters of the request, decoded, the common ones among them. */
  SignatureV1(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Whether the signature is right, for the host with or without its port. */
  boolean isRight(String method, String host, String secretKey) {
    boolean right = false;
    for (String signed : SignatureV3.hosts(host)) {
      right |= SignatureDigests.same(signature(method, signed, secretKey), given());
    }
    return right;
  }

  private String given() {
    return parameters.getOrDefault("Signature", "");
  }

  String signature(String method, String host, String secretKey) {
    byte[] mac =
        SignatureDigests.hmac(
            algorithm(), SignatureDigests.utf8(secretKey), plainText(method, host));
    return Base64.getEncoder().encodeToString(mac);
  }

  /** Any other name than HmacSHA256, or none, means HmacSHA1. */
  private String algorithm() {
    return "HmacSHA256".equals(parameters.get("SignatureMethod")) ? "HmacSHA256" : "HmacSHA1";
  }

  /** Values are signed raw; only on the wire are they percent-encoded. */
  String plainText(String method, String host) {
    Map<String, String> sorted = new TreeMap<>(parameters);
    sorted.remove("Signature");
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&", method + host + "/?", ""));
  }
}
