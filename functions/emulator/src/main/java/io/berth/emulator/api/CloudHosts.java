// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** The Host names of the cloud, as clients with a name resolution of their own send them. */
final class CloudHosts {
  private static final Pattern API =
      Pattern.compile("([a-z0-9-]+\\.)+tencentcloudapi\\.com(:[0-9]*)?");
  // 253 characters of name, a colon, 5 digits of port.
  private static final int LONGEST = 259;

  private CloudHosts() {}

  /** Whether a Host header names the cloud. */
  static boolean isCloud(String host) {
    // The pattern recurs for each label, so a name longer than DNS allows is not looked at.
    return host.length() <= LONGEST
        && (API.matcher(host.toLowerCase(Locale.ROOT)).matches()
            || AgentHosts.region(host).isPresent());
  }
}
