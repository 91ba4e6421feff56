// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SortedSet;

/** Copies of the state under names that are fit for files. */
public interface Snapshots {
  /** What there is. */
  SortedSet<String> names();

  /**
   * One of them; empty when there is none of this name.
   *
   * @throws java.io.UncheckedIOException with one sentence when it cannot be read; so do the others
   */
  Optional<JsonNode> get(String name);

  /** Puts it there, in the place of another of the same name. */
  void put(String name, JsonNode saved);

  /** Takes it away; false when there was none. */
  boolean remove(String name);
}
