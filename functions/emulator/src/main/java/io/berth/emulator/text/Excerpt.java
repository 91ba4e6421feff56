// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

/** Texts of callers, made fit for a message or the journal. */
public final class Excerpt {
  private static final int LONGEST = 100;

  private Excerpt() {}

  /** At most 100 characters of a text, control characters replaced, so that no answer can swell. */
  public static String brief(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
