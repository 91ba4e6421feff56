// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

/** Shows a piece of somebody's input inside a sentence without letting it do anything there. */
public final class Echo {
  private static final int MOST = 40;

  private Echo() {}

  /**
   * At most 40 characters of {@code input} between single quotes; control, format (bidi,
   * zero-width) and unpaired characters appear as {@code U+XXXX}.
   */
  public static String of(String input) {
    StringBuilder shown = new StringBuilder("'");
    int[] points = input.codePoints().limit(MOST).toArray();
    for (int point : points) {
      if (isVisible(point)) {
        shown.appendCodePoint(point);
      } else {
        shown.append(codePoint(point));
      }
    }
    boolean cut = input.codePointCount(0, input.length()) > MOST;
    return shown.append(cut ? "…'" : "'").toString();
  }

  /**
   * Whether {@code point} shows as itself: not a control, format, surrogate, private or unassigned
   * character.
   */
  public static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** {@code U+200B} style. */
  public static String codePoint(int point) {
    return String.format("U+%04X", point);
  }
}
