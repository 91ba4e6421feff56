// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that one run names everything. */
final class Mistakes {
  private final Set<Mistake> found = new LinkedHashSet<>();

  /**
   * Notes a mistake; the same one again, as when five functions share a global value, counts once.
   */
  void add(int line, String sentence) {
    found.add(new Mistake(line, sentence));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them from the top of the file down. */
  List<Mistake> sorted() {
    return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
  }
}
