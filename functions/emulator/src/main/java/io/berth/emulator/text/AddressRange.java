// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import java.util.regex.Pattern;

/**
 * IPv4 or CIDRv4; bits of the host part may be set, as in the document's {@code 192.168.10.1/10}.
 */
public final class AddressRange {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String ADDRESS = OCTET + "(\\." + OCTET + "){3}";
  private static final Pattern SINGLE = Pattern.compile(ADDRESS);
  private static final Pattern RANGE = Pattern.compile(ADDRESS + "(/(3[0-2]|[12]?[0-9]))?");
  private static final int BITS = 32;

  private AddressRange() {}

  /** Whether a text is an address or a range. */
  public static boolean isLegal(String range) {
    return RANGE.matcher(range).matches();
  }

  /** Whether a text is one address. */
  public static boolean isAddress(String text) {
    return SINGLE.matcher(text).matches();
  }

  /** Whether an address is in a legal range; {@code ""} holds every address. */
  public static boolean holds(String range, String address) {
    if (range.isEmpty()) {
      return true;
    }
    String[] parts = range.split("/");
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : BITS;
    // A shift by 64 would shift by nothing, so /0 is cut out of 64 bits.
    long mask = -1L << BITS - bits;
    return isAddress(address) && (number(parts[0]) & mask) == (number(address) & mask);
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.")) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return number;
  }
}
