// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;

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
    return Digests.sha256Hex(text.getBytes(UTF_8)).substring(0, 2 * bytes);
  }
}
