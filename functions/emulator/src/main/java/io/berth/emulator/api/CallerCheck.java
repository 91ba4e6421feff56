// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

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
public final class CallerCheck {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|[a-z0-9-]+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]*)?");
  private static final Pattern CLOUD =
      Pattern.compile("([a-z0-9-]+\\.)+tencentcloudapi\\.com(:[0-9]*)?");

  // 253 characters of name, a colon, 5 digits of port.
  private static final int LONGEST_HOST = 259;

  private CallerCheck() {}

  /** Whether the Host header names this machine, as {@code 127.0.0.1:8102} or {@code localhost}. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the Host header names the cloud, as clients with their own name resolution send it. */
  static boolean isCloud(String host) {
    // The pattern recurs for each label, so a name longer than DNS allows is not looked at.
    return host.length() <= LONGEST_HOST
        && (CLOUD.matcher(host.toLowerCase(Locale.ROOT)).matches() || AgentDoor.isHost(host));
  }

  /** Whether the request comes from a page of another site; programs send no {@code Origin}. */
  public static boolean isForeignPage(Map<String, List<String>> headers) {
    return headers.getOrDefault("origin", List.of()).stream().anyMatch(CallerCheck::isForeign);
  }

  private static boolean isForeign(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null || !isLoopback(authority);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
