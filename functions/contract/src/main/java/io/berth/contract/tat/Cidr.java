// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import java.util.Optional;

/**
 * An IPv4 address or network. Host bits are allowed, because the API's own example is {@code
 * 192.168.10.1/10} (TAT CreateRegisterCode, Example 1).
 *
 * @param address as an unsigned 32-bit number
 * @param prefix 0 to 32
 */
record Cidr(long address, int prefix) {
  static Optional<Cidr> of(String text) {
    int slash = text.indexOf('/');
    Optional<Long> address = address(slash < 0 ? text : text.substring(0, slash));
    Optional<Long> prefix = slash < 0 ? Optional.of(32L) : number(text.substring(slash + 1), 32);
    return address.flatMap(a -> prefix.map(p -> new Cidr(a, p.intValue())));
  }

  private static Optional<Long> address(String text) {
    String[] parts = text.split("\\.", -1);
    long address = 0;
    for (String part : parts) {
      Optional<Long> octet = number(part, 255);
      if (octet.isEmpty()) {
        return Optional.empty();
      }
      address = (address << 8) | octet.get();
    }
    return parts.length == 4 ? Optional.of(address) : Optional.empty();
  }

  /**
   * Plain ASCII digits without leading zeros: {@code 010} is ten to some readers and eight to
   * others.
   */
  private static Optional<Long> number(String text, int most) {
    boolean digits =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || (text.length() > 1 && text.startsWith("0"))) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(text)).filter(n -> n <= most);
  }

  boolean hasHostBits() {
    return (address & ~mask()) != 0;
  }

  String network() {
    long base = address & mask();
    return (base >> 24)
        + "."
        + (base >> 16 & 255)
        + "."
        + (base >> 8 & 255)
        + "."
        + (base & 255)
        + "/"
        + prefix;
  }

  private long mask() {
    return (0xFFFFFFFFL << (32 - prefix)) & 0xFFFFFFFFL;
  }
}
