// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

import java.util.List;

/** Several things in one sentence. */
public final class Lists {
  private Lists() {}

  /** {@code a}, {@code a or b}, {@code a, b or c}; "nothing" when there is none. */
  public static String or(List<String> items) {
    return joined(items, " or ");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}; "nothing" when there is none. */
  public static String and(List<String> items) {
    return joined(items, " and ");
  }

  private static String joined(List<String> items, String last) {
    if (items.isEmpty()) {
      return "nothing";
    }
    int end = items.size() - 1;
    return end == 0
        ? items.get(0)
        : String.join(", ", items.subList(0, end)) + last + items.get(end);
  }
}
