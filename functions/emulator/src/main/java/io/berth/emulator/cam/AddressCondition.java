// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import io.berth.emulator.text.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip_equal} or {@code ip_not_equal} on {@code qcs:ip}: the caller is in one of the ranges,
 * or in none. What is no IPv4 address is in none.
 */
record AddressCondition(boolean inside, List<String> ranges) {
  AddressCondition {
    ranges = List.copyOf(ranges);
  }

  /** Inferred: where an action knows no such condition, the statement is not about it. */
  boolean holds(Optional<String> address) {
    return address.isPresent()
        && ranges.stream().anyMatch(range -> AddressRange.holds(range, address.get())) == inside;
  }
}
