// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them. */
public final class Dates {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Dates() {}

  /** {@code 2026-11-21 12:00 UTC}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
