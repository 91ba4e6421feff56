// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

/**
 * Whether a text fits a pattern. By hand: a regular expression made of many stars could take for
 * ever; here the last star takes one character more on a mismatch, so no input is exponential.
 */
public final class Wildcards {
  private Wildcards() {}

  /** {@code *} stands for any characters, or none; nothing else is special. */
  public static boolean starsFit(String pattern, String text) {
    return fits(pattern, text, false);
  }

  /** {@code *} stands for any characters, or none, and {@code ?} for one. */
  public static boolean starsAndMarksFit(String pattern, String text) {
    return fits(pattern, text, true);
  }

  private static boolean fits(String pattern, String text, boolean marks) {
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int t = 0; t < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t), marks)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }

  private static boolean same(char wanted, char there, boolean marks) {
    return wanted == there || marks && wanted == '?';
  }
}
