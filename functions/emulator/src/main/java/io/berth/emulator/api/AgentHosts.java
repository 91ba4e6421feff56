// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Host names that a machine's agent calls by itself, one for each region. */
final class AgentHosts {
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9-]+)\\.invoke\\.tat-tc\\.tencent\\.cn(:[0-9]*)?");

  private AgentHosts() {}

  /** The region that a Host names, e.g. {@code ap-guangzhou.invoke.tat-tc…}; empty for others. */
  static Optional<String> region(String host) {
    Matcher form = HOST.matcher(host.toLowerCase(Locale.ROOT));
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
