// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

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

  /**
   * Optimal string alignment: inserting, leaving out, replacing a letter or swapping two neighbours
   * costs one.
   */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] d) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, d[i - 2][j - 2] + 1) : cost;
  }
}
