// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import java.util.regex.Pattern;

/**
 * Makes text safe to look at: what other people wrote must not become a link, a mention, or
 * something invisible.
 */
final class Show {
  /** Ids as Slack makes them; nothing else is put between angle brackets. */
  private static final Pattern PERSON = Pattern.compile("(?<![\\w.])@([UW][A-Z0-9]{2,20})\\b");

  private Show() {}

  /**
   * Text for a {@code plain_text} object: control, direction and zero-width characters taken out,
   * line ends kept, cut to {@code max} characters.
   */
  static String plain(String text, int max) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().filter(Show::visible).forEach(shown::appendCodePoint);
    return cut(shown.toString(), max);
  }

  /**
   * Text for a mrkdwn field: as {@link #plain}, with the three characters escaped that Slack reads
   * as markup.
   */
  static String escaped(String text, int max) {
    return plain(text, max).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** As {@link #escaped}, and people who stand in it by their id become mentions. */
  static String withPeople(String text, int max) {
    return PERSON.matcher(escaped(text, max)).replaceAll("<@$1>");
  }

  /** A mention of a Slack user; a program's name stays a name. */
  static String person(String requester) {
    return isSlackUser(requester) ? "<@" + requester + ">" : escaped(requester, 80);
  }

  /** Whether this names a person in Slack. */
  static boolean isSlackUser(String id) {
    return PERSON.matcher("@" + id).matches();
  }

  private static boolean visible(int c) {
    int type = Character.getType(c);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return c == '\n' || !hidden;
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "…";
  }
}
