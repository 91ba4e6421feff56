// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.voice.Lists;
import java.util.List;

/** Puts user ids into sentences, as {@code @U0BOB or @U0CAROL}. */
public final class People {
  private People() {}

  /** {@code @A}, {@code @A or @B}, {@code @A, @B or @C}; "nobody" when there is none. */
  public static String anyOf(List<String> ids) {
    return ids.isEmpty() ? "nobody" : Lists.or(ids.stream().map(id -> "@" + id).toList());
  }

  /** {@code @A}, {@code @A and @B}, {@code @A, @B and @C}; "nobody" when there is none. */
  public static String allOf(List<String> ids) {
    return ids.isEmpty() ? "nobody" : Lists.and(ids.stream().map(id -> "@" + id).toList());
  }
}
