// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …?": the known word that a mistyped one is nearest to. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The known word nearest to {@code given}, compared without case, or nothing when none is near:
   * more than a third of the letters wrong, or more than three.
   */
  public static Optional<String> closest(String given, Collection<String> known) {
    String word = given.toLowerCase(Locale.ROOT);
    if (word.length() > 60) {
      return Optional.empty();
    }
    int most = Math.max(1, Math.min(3, word.length() / 3));
    return known.stream()
        .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= most)
        .min(Comparator.comparingInt(c -> distance(word, c.toLowerCase(Locale.ROOT))));
  }

  /** {@code "; did you mean X?"} or nothing, to end a sentence with. */
  public static String didYouMean(String given, Collection<String> known) {
    return closest(given, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /** Levenshtein's distance with one row of memory. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
