// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * W3C trace context without a tracer: all calls for one request share a trace id that anybody can
 * compute from the request's id.
 */
final class Trace {
  private Trace() {}

  static String parent(String requestId, String callId) {
    return "00-" + hex(requestId, 16) + "-" + hex(callId, 8) + "-01";
  }

  private static String hex(String text, int bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
