// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import java.util.regex.Pattern;

/**
 * IPv4 or CIDRv4; bits of the host part may be set, as in the document's {@code 192.168.10.1/10}.
 */
final class AddressRange {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern RANGE =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}(/(3[0-2]|[12]?[0-9]))?");

  private AddressRange() {}

  static boolean isLegal(String range) {
    return RANGE.matcher(range).matches();
  }
}
