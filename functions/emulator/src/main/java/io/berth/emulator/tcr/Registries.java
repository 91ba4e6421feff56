// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import io.berth.emulator.api.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All registries of the account, oldest first. Names are unique across regions. */
final class Registries {
  private final Map<String, Registry> byName = new LinkedHashMap<>();
  private final int quota;

  /** Takes how many registries a region may hold. */
  Registries(int quota) {
    this.quota = quota;
  }

  /** Adds a registry, or refuses it with nothing changed. */
  synchronized void add(Registry registry) throws ApiError {
    if (byName.containsKey(registry.name())) {
      throw Refusal.NAME_EXISTS.error();
    }
    if (in(registry.region()).size() >= quota) {
      throw Refusal.QUOTA.error();
    }
    byName.put(registry.name(), registry);
  }

  synchronized boolean exists(String name) {
    return byName.containsKey(name);
  }

  synchronized List<Registry> all() {
    return new ArrayList<>(byName.values());
  }

  private List<Registry> in(String region) {
    return all().stream().filter(registry -> registry.region().equals(region)).toList();
  }
}
