// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import java.util.List;

/**
 * What a rule can look at in a call.
 *
 * @param secretId who signed it; {@code ""} for a machine's agent
 * @param names what the call calls things, e.g. its RegistryName
 */
public record CallAttributes(String action, String region, String secretId, List<String> names) {
  public CallAttributes {
    names = List.copyOf(names);
  }
}
