// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The editions of a registry (TCR CreateInstance, RegistryType). */
public enum RegistryType {
  BASIC,
  STANDARD,
  PREMIUM;

  /** All wire names, cheapest first. */
  public static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(RegistryType::wireName).toList();

  /** The value that the API takes; its case matters. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The edition of exactly that wire name, or nothing. */
  public static Optional<RegistryType> of(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
  }
}
