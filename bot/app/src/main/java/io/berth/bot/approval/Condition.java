// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.kind.Facts;
import io.berth.bot.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code when} of a rule: all of it must hold.
 *
 * @param words allowed values by fact, e.g. {@code kind} and {@code team}
 * @param above numbers that the fact must exceed, e.g. {@code limit}
 */
public record Condition(Map<String, Set<String>> words, Map<String, Long> above) {
  /** A condition that always holds. */
  public static final Condition ALWAYS = new Condition(Map.of(), Map.of());

  public Condition {
    words = Map.copyOf(words);
    above = Map.copyOf(above);
  }

  boolean holds(Facts facts) {
    return words.entrySet().stream()
            .allMatch(e -> e.getValue().contains(facts.words().getOrDefault(e.getKey(), "")))
        && above.entrySet().stream()
            .allMatch(e -> facts.numbers().getOrDefault(e.getKey(), Long.MIN_VALUE) > e.getValue());
  }

  /**
   * Whether this holds wherever {@code other} does, so that a later rule with {@code other} can
   * never match.
   */
  public boolean covers(Condition other) {
    return words.entrySet().stream()
            .allMatch(
                e -> {
                  Set<String> theirs = other.words.get(e.getKey());
                  return theirs != null && e.getValue().containsAll(theirs);
                })
        && above.entrySet().stream()
            .allMatch(e -> other.above.getOrDefault(e.getKey(), Long.MIN_VALUE) >= e.getValue());
  }

  /**
   * {@code kind code, permanent true, limit above 100}; {@code everything} for a condition that
   * always holds.
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (String fact : Kinds.wordFacts()) {
      if (words.containsKey(fact)) {
        parts.add(fact + " " + String.join(" or ", words.get(fact).stream().sorted().toList()));
      }
    }
    above.keySet().stream().sorted().forEach(fact -> parts.add(fact + " above " + above.get(fact)));
    return parts.isEmpty() ? "everything" : String.join(", ", parts);
  }
}
