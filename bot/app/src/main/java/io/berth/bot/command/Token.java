// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.Locale;
import java.util.Optional;

/**
 * One word of a command.
 *
 * @param text without its quotes and escapes
 * @param column where it begins in the line, from 1, in characters
 * @param plain how many leading chars of {@code text} were typed outside quotes and escapes; only
 *     those can name an option
 * @param mention what a person, group or channel picked in Slack shows as, when the word holds one
 */
record Token(String text, int column, int plain, Optional<String> mention) {
  /** Dashes that keyboards put in the place of "-" and "--": hyphens, en and em dash, minus. */
  private static final String DASHES = "-‐‑‒–—―−";

  /**
   * An option as it was typed.
   *
   * @param name in lower case, without dashes in front
   * @param inline what stood behind the "="
   */
  record Typed(String name, Optional<String> inline) {}

  /** Whether it says {@code word}, in any case and with invisible characters in between. */
  String asWord() {
    return Invisible.strip(text).toLowerCase(Locale.ROOT);
  }

  boolean isOnlyInvisible() {
    return plain == text.length() && Invisible.strip(text).isEmpty();
  }

  /**
   * {@code --name}, {@code --name=v}, {@code name=v} or {@code name:}; nothing when it is a plain
   * word or a value.
   */
  Optional<Typed> asOption() {
    int start = skip(0, 0);
    int dashes = start;
    while (dashes < plain && (isDash(dashes) || isInvisible(dashes))) {
      dashes++;
    }
    int end = skip(dashes, Integer.MAX_VALUE);
    String name = name(dashes, end);
    boolean dashed = dashes > start;
    if (name.isEmpty() || !Character.isLetter(name.codePointAt(0))) {
      return Optional.empty();
    } else if (end < plain && text.charAt(end) == '=') {
      String value = text.substring(end + 1);
      return Optional.of(new Typed(name, Optional.of(value).filter(v -> !v.isEmpty())));
    } else if (end == plain - 1 && plain == text.length() && text.charAt(end) == ':') {
      return Optional.of(new Typed(name, Optional.empty()));
    }
    return dashed && end == text.length()
        ? Optional.of(new Typed(name, Optional.empty()))
        : Optional.empty();
  }

  /**
   * Whether it begins like {@code --name}: such a word is never taken for the value of the option
   * before it.
   */
  boolean looksLikeOption() {
    return plain > 0 && isDash(skip(0, 0)) && asOption().isPresent();
  }

  /** The text as a value: a long dash or a minus sign in front of a number is a minus. */
  String asValue() {
    boolean number = plain > 1 && isDash(0) && text.charAt(1) >= '0' && text.charAt(1) <= '9';
    return number ? "-" + text.substring(1) : text;
  }

  /**
   * The end of a run of letters, digits, dashes and invisible characters; with {@code most} 0, of
   * invisible ones alone.
   */
  private int skip(int from, int most) {
    int at = from;
    while (at < plain && (isInvisible(at) || (most > 0 && isNamePart(at)))) {
      at++;
    }
    return at;
  }

  private boolean isNamePart(int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || isDash(at);
  }

  private boolean isDash(int at) {
    return at < plain && DASHES.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isInvisible(int at) {
    return Invisible.is(text.charAt(at));
  }

  private String name(int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!isInvisible(i)) {
        name.append(isDash(i) ? '-' : text.charAt(i));
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
