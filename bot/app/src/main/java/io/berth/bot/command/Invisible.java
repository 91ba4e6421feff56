// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.text.Echo;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Characters that a reader cannot see: zero-width, bidi, control. Copied text brings them along;
 * attackers put them in on purpose.
 */
final class Invisible {
  private Invisible() {}

  static boolean is(int point) {
    return !Echo.isVisible(point) && !Character.isSurrogate((char) point);
  }

  /** Without them: for words that Berth itself defines, where nothing can be hidden. */
  static String strip(String text) {
    return text.codePoints()
        .filter(Echo::isVisible)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * {@code U+200B at position 5} for the first one in a value, where an approver must see
   * everything.
   */
  static Optional<String> firstIn(String value) {
    int[] points = value.codePoints().toArray();
    OptionalInt first =
        IntStream.range(0, points.length).filter(i -> !Echo.isVisible(points[i])).findFirst();
    return first.isPresent()
        ? Optional.of(
            Echo.codePoint(points[first.getAsInt()]) + " at position " + (first.getAsInt() + 1))
        : Optional.empty();
  }
}
