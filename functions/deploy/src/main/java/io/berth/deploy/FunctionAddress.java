// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.text.Echo;
import java.net.URI;
import java.util.Set;

/**
 * Where a signed call may go: https anywhere, http only to this machine, because the body would be
 * readable on its way.
 */
final class FunctionAddress {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private FunctionAddress() {}

  /**
   * @throws IllegalArgumentException with one sentence
   */
  static URI parse(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Echo.of(text) + " is not a URL", e);
    }
    if (!isAllowed(uri)) {
      throw new IllegalArgumentException(
          "%s must be https without user or fragment; http only to this machine, such as http://127.0.0.1:8103/tcr-create-instance"
              .formatted(Echo.of(text)));
    }
    return uri;
  }

  private static boolean isAllowed(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost();
    boolean here = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    return !host.isEmpty()
        && uri.getUserInfo() == null
        && uri.getFragment() == null
        && (here || "https".equals(uri.getScheme()));
  }
}
