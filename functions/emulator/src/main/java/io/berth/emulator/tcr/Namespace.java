// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One namespace of a registry.
 *
 * @param id counted within the registry
 * @param rules what only the Chinese definition knows
 */
record Namespace(
    long id,
    String name,
    boolean isPublic,
    Optional<Tags> tags,
    ScanRules rules,
    Instant createdAt) {

  /**
   * What is done with images that are pushed.
   *
   * @param severity {@code low}, {@code medium}, {@code high}, or {@code ""}
   * @param allowed vulnerabilities that do not count
   */
  record ScanRules(boolean scan, boolean prevent, String severity, List<String> allowed) {
    ScanRules {
      allowed = List.copyOf(allowed);
    }
  }

  Namespace modified(boolean toPublic, ScanRules next) {
    return new Namespace(id, name, toPublic, tags, next, createdAt);
  }
}
