// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Forgets everything when the emulator ends. */
final class MemorySnapshots implements Snapshots {
  private final TreeMap<String, JsonNode> kept = new TreeMap<>();

  @Override
  public synchronized SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(kept.keySet()));
  }

  @Override
  public synchronized Optional<JsonNode> get(String name) {
    return Optional.ofNullable(kept.get(name));
  }

  @Override
  public synchronized void put(String name, JsonNode saved) {
    kept.put(name, saved);
  }

  @Override
  public synchronized boolean remove(String name) {
    return kept.remove(name) != null;
  }
}
