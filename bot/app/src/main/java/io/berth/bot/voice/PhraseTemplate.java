// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a phrase: text with places for arguments. */
final class PhraseTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{(?<name>\\w+)(?:\\|(?<one>[^|{}]*)\\|(?<many>[^|{}]*))?}");

  private PhraseTemplate() {}

  /** The names of the arguments. */
  static Set<String> places(String template) {
    Set<String> names = new HashSet<>();
    PLACE.matcher(template).results().forEach(place -> names.add(place.group(1)));
    return names;
  }

  static String fill(String template, Map<String, Object> arguments) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(shown(place, arguments)));
  }

  private static String shown(MatchResult place, Map<String, Object> arguments) {
    Object value = Objects.requireNonNull(arguments.get(place.group(1)), place.group(1));
    if (place.group(2) == null) {
      return value.toString();
    }
    return ((Number) value).longValue() == 1 ? place.group(2) : place.group(3);
  }
}
