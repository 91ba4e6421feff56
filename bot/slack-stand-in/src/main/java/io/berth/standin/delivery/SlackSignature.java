// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature of a request (Slack, Verifying requests from Slack).
 *
 * @param timestamp the value of {@code X-Slack-Request-Timestamp}, in seconds
 * @param value the value of {@code X-Slack-Signature}
 */
record SlackSignature(long timestamp, String value) {

  /** Signs the raw bytes that are sent. */
  static SlackSignature of(String secret, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return new SlackSignature(timestamp, "v0=" + HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }
}
