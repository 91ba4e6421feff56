// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Json;
import io.berth.runtime.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call before the first call. It is made and signed here with a secret that lives as long as
 * the warm-up, goes through a pipeline that accepts this secret alone and has no credentials, and
 * carries an approval that nobody signed: it cannot get to the cloud, and is refused.
 */
final class WarmUp {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Of an Ed25519 signature, in bytes. */
  private static final int SIGNATURE = 64;

  private final Host host;

  WarmUp(Host host) {
    this.host = host.silent();
  }

  /** What the function answered, as the envelope. */
  byte[] of(Bundle.WiredFunction function) {
    Bundle.WarmUpTarget warmUpTarget = function.warmUpTarget();
    String body = function.name().example();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      warmUpTarget
          .handler()
          .handleRequest(
              new ByteArrayInputStream(Json.writeBytes(event(warmUpTarget, body))),
              answer,
              host.contextOf("warm-up"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }

  private Map<String, Object> event(Bundle.WarmUpTarget warmUpTarget, String body) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.putAll(
        WebhookSigner.headers(
            warmUpTarget.secret(), "warm-up", host.clock().instant(), body.getBytes(UTF_8)));
    warmUpTarget.approvalKeyId().ifPresent(id -> headers.put(CallHeaders.APPROVAL, unsigned(id)));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", "POST");
    event.put("path", "/");
    event.put("headers", headers);
    event.put("body", body);
    return event;
  }

  private static String unsigned(String keyId) {
    byte[] header = Json.writeBytes(Map.of("alg", "EdDSA", "kid", keyId));
    byte[] claims = Json.writeBytes(Map.of("iss", "berth"));
    return String.join(
        ".",
        BASE64.encodeToString(header),
        BASE64.encodeToString(claims),
        BASE64.encodeToString(new byte[SIGNATURE]));
  }
}
