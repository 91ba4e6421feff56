// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.berth.contract.text.Digests;
import io.berth.contract.text.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs a call: HMAC-SHA-256 over {@code id.timestamp.body} (Standard Webhooks 1.0.0, Signature
 * scheme).
 */
public final class WebhookSigner {
  private WebhookSigner() {}

  /**
   * The three headers of a signed call.
   *
   * @param key a {@link WebhookKey}
   * @param id {@code [A-Za-z0-9_-]{1,64}}
   * @param timestamp sent in whole seconds
   * @param body the bytes that will be sent, unchanged
   * @throws IllegalArgumentException when the key does not have the form
   */
  public static Map<String, String> headers(Secret key, String id, Instant timestamp, byte[] body) {
    String seconds = Long.toString(timestamp.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CallHeaders.ID, id);
    headers.put(CallHeaders.TIMESTAMP, seconds);
    headers.put(CallHeaders.SIGNATURE, signature(key, id, seconds, body));
    return headers;
  }

  static String signature(Secret key, String id, String seconds, byte[] body) {
    byte[] head = (id + "." + seconds + ".").getBytes(US_ASCII);
    byte[] mac = Digests.hmacSha256(WebhookKey.bytes(key), head, body);
    return "v1," + Base64.getEncoder().encodeToString(mac);
  }
}
