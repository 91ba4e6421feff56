// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 20s}, {@code 15m}, {@code 24h}. */
final class Durations {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  private Durations() {}

  /** The time, or nothing when it is written otherwise. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(Duration.of(Long.parseLong(form.group(1)), UNITS.get(form.group(2))))
        : Optional.empty();
  }

  /** The time in its largest whole unit. */
  static String show(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.toSeconds() % 60 != 0) {
      return duration.toSeconds() + "s";
    }
    return duration.toMinutes() % 60 != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
  }
}
