// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import io.berth.emulator.error.ApiError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All registries of the account, oldest first. Names are unique across regions. */
final class RegistryStore {
  private final Map<String, StoredRegistry> byId = new LinkedHashMap<>();
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, Integer> inRegion = new HashMap<>();
  private final int quota;
  private long changes;

  /** Takes how many registries a region may hold. */
  RegistryStore(int quota) {
    this.quota = quota;
  }

  /** What becomes of a registry: the next one, or a refusal. */
  @FunctionalInterface
  interface RegistryChange {
    StoredRegistry next(StoredRegistry registry) throws ApiError;
  }

  /** Adds a registry, or refuses it with nothing changed. */
  synchronized void add(StoredRegistry registry) throws ApiError {
    if (exists(registry.name())) {
      throw TcrRefusal.NAME_EXISTS.error();
    }
    if (inRegion.getOrDefault(registry.region(), 0) >= quota) {
      throw TcrRefusal.QUOTA.error();
    }
    put(registry);
    changes++;
  }

  private void put(StoredRegistry registry) {
    byId.put(registry.id(), registry);
    idByName.put(registry.name(), registry.id());
    inRegion.merge(registry.region(), 1, Integer::sum);
  }

  synchronized boolean exists(String name) {
    return idByName.containsKey(name);
  }

  /** The registry with this id in this region. */
  synchronized Optional<StoredRegistry> find(String id, String region) {
    return Optional.ofNullable(byId.get(id)).filter(found -> found.region().equals(region));
  }

  /**
   * Puts the next version of a registry in its place; nothing comes between reading and writing.
   *
   * @param unknown the refusal when there is no such registry in this region
   */
  synchronized StoredRegistry change(
      String id, String region, TcrRefusal unknown, RegistryChange change) throws ApiError {
    StoredRegistry old = find(id, region).orElseThrow(unknown::error);
    StoredRegistry next = change.next(old);
    if (!next.equals(old)) {
      byId.put(id, next);
      changes++;
    }
    return next;
  }

  /** Removes a registry unless the check refuses; its name is free again (inferred). */
  synchronized void remove(String id, String region, TcrRefusal unknown, RegistryChange check)
      throws ApiError {
    StoredRegistry old = find(id, region).orElseThrow(unknown::error);
    check.next(old);
    byId.remove(id);
    idByName.remove(old.name());
    inRegion.merge(region, -1, Integer::sum);
    changes++;
  }

  synchronized List<StoredRegistry> all() {
    return new ArrayList<>(byId.values());
  }

  /** Takes these in the place of all there are. */
  synchronized void replace(List<StoredRegistry> next) {
    byId.clear();
    idByName.clear();
    inRegion.clear();
    next.forEach(this::put);
    changes++;
  }

  synchronized long changes() {
    return changes;
  }
}
