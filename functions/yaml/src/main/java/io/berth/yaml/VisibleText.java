// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Echo;

/** A piece of the file inside a sentence without quotes: one line, cut, with nothing that acts. */
final class VisibleText {
  private static final int MOST = 200;

  private VisibleText() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder();
    text.replaceAll("\\s+", " ")
        .strip()
        .codePoints()
        .limit(MOST)
        .forEach(
            point ->
                line.append(
                    Echo.isVisible(point) ? Character.toString(point) : Echo.codePoint(point)));
    return line.toString();
  }
}
