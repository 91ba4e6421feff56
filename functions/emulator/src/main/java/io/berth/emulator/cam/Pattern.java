// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

/** A text in which each {@code *} stands for any characters, or none. */
record Pattern(String text) {
  private static final char WILD = '*';

  /** Whether a text fits; a {@code *} in that text is a character like any other. */
  boolean fits(String given) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    // On a mismatch the last star takes one character more, so no input makes this exponential.
    while (in < given.length()) {
      if (at < text.length() && text.charAt(at) == WILD) {
        star = at++;
        resume = in;
      } else if (at < text.length() && text.charAt(at) == given.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    return text.substring(at).chars().allMatch(c -> c == WILD);
  }
}
