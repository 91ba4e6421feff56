// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a registry may have. All of it is inferred: the API documents no pattern, the console
 * asks for 5 to 50 of a-z, 0-9 and -, no - at either end; the list of reserved names is not public,
 * this one is invented.
 */
final class RegistryNameRule {
  static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9-]{3,48}[a-z0-9]");
  private static final Set<String> RESERVED =
      Set.of("admin", "console", "public", "qcloud", "registry", "system", "tencent", "tencentyun");

  private RegistryNameRule() {}

  static Optional<TcrRefusal> refuses(String name) {
    if (!LEGAL.matcher(name).matches()) {
      return Optional.of(TcrRefusal.NAME_ILLEGAL);
    }
    return RESERVED.contains(name) ? Optional.of(TcrRefusal.NAME_RESERVED) : Optional.empty();
  }
}
