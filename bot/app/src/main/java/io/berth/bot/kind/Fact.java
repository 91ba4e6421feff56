// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.List;

/**
 * A fact that a rule's {@code when} may name.
 *
 * @param name e.g. {@code type}
 * @param words all values it can have; none when it is a number, which a rule compares by {@code
 *     NAME_above}
 */
public record Fact(String name, Comparison comparison, List<String> words) {
  /** What can be said about it. */
  public enum Comparison {
    /** One of the words. */
    WORD,
    /** A number that has a limit. */
    NUMBER
  }

  static Fact word(String name, List<String> words) {
    return new Fact(name, Comparison.WORD, words);
  }

  static Fact number(String name) {
    return new Fact(name, Comparison.NUMBER, List.of());
  }
}
