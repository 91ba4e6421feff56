// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong and what is worth knowing, so that one run names everything. */
public final class Mistakes {
  private final Set<Mistake> found = new LinkedHashSet<>();
  private final Set<Mistake> notes = new LinkedHashSet<>();

  /**
   * Adds a mistake; the same one again, as when all functions share a global value, counts once.
   *
   * @param line counted from 1; 0 for the file as a whole
   */
  public void add(int line, String sentence) {
    add(new Mistake(line, sentence));
  }

  void add(Mistake mistake) {
    found.add(mistake);
  }

  /** Adds what is allowed but hardly meant. */
  public void note(int line, String sentence) {
    notes.add(new Mistake(line, sentence));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All mistakes from the top of the file down. */
  public List<Mistake> sorted() {
    return sorted(found);
  }

  /** All notes from the top of the file down. */
  public List<Mistake> notes() {
    return sorted(notes);
  }

  private static List<Mistake> sorted(Collection<Mistake> mistakes) {
    return mistakes.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
  }
}
