// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps web pages out. A page of a stranger can reach 127.0.0.1 under a name of its own (DNS
 * rebinding), or send simple requests across origins; a browser cannot hide either from the
 * headers.
 */
public final class CrossSiteCheck {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|[a-z0-9-]+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]*)?");

  private final ListenAddress listening;

  /** Besides the names of loopback, those that this place may be called are known. */
  public CrossSiteCheck(ListenAddress listening) {
    this.listening = listening;
  }

  /** Whether the Host header is a name of loopback, or one that was given on purpose. */
  public boolean isKnown(String host) {
    return isLoopback(host) || listening.knows(host);
  }

  /** Whether the Host header names this machine, as {@code 127.0.0.1:8102} or {@code localhost}. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the request comes from a page of another site; programs send no {@code Origin}. */
  public boolean isForeignPage(Map<String, List<String>> headers) {
    String host = RequestHeaders.host(headers);
    return headers.getOrDefault("origin", List.of()).stream()
        .anyMatch(origin -> isForeign(origin, host));
  }

  // Off loopback another port may be somebody else's: there only the emulator's own pages count.
  private boolean isForeign(String origin, String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null
          || !(isLoopback(authority)
              || listening.knows(authority) && authority.equalsIgnoreCase(host));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
