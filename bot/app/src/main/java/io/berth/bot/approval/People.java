// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.List;
import java.util.stream.Collectors;

/** Puts user ids into sentences, as {@code @U0BOB or @U0CAROL}. */
final class People {
  private People() {}

  /** {@code @A}, {@code @A or @B}, {@code @A, @B or @C}; "nobody" when there is none. */
  static String anyOf(List<String> ids) {
    return joined(ids, " or ");
  }

  /** {@code @A}, {@code @A and @B}, {@code @A, @B and @C}; "nobody" when there is none. */
  static String allOf(List<String> ids) {
    return joined(ids, " and ");
  }

  private static String joined(List<String> ids, String last) {
    if (ids.isEmpty()) {
      return "nobody";
    }
    List<String> names = ids.stream().map(id -> "@" + id).toList();
    String end = names.get(names.size() - 1);
    return names.size() == 1
        ? end
        : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + last + end;
  }

  /** {@code 1 approval}, {@code 2 approvals}. */
  static String approvals(int count) {
    return count + (count == 1 ? " approval" : " approvals");
  }
}
