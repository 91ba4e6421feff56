// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.voice.StatePhrase;
import java.util.regex.Pattern;

/**
 * Makes text safe to look at: what other people wrote must not become a link, a mention, or
 * something invisible.
 */
public final class SafeText {
  /** Ids as Slack makes them; nothing else is put between angle brackets. */
  private static final Pattern PERSON = Pattern.compile("(?<![\\w.])@([UW][A-Z0-9]{2,20})\\b");

  private SafeText() {}

  /**
   * Text for a {@code plain_text} object: control, direction and zero-width characters taken out,
   * line ends kept, cut to {@code max} characters.
   */
  public static String plain(String text, int max) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().filter(SafeText::visible).forEach(shown::appendCodePoint);
    return cut(shown.toString(), max);
  }

  /**
   * Text for a mrkdwn field: as {@link #plain}, with the three characters escaped that Slack reads
   * as markup.
   */
  public static String escaped(String text, int max) {
    return plain(text, max).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** As {@link #escaped}, and people who stand in it by their id become mentions. */
  public static String withPeople(String text, int max) {
    return PERSON.matcher(escaped(text, max)).replaceAll("<@$1>");
  }

  /** A mention of a Slack user; a program's name stays a name. */
  public static String person(String requester) {
    return isSlackUser(requester) ? "<@" + requester + ">" : escaped(requester, 80);
  }

  /** Whether this names a person in Slack. */
  public static boolean isSlackUser(String id) {
    return PERSON.matcher("@" + id).matches();
  }

  /** The same without line ends, for text that must not look like more than one line. */
  static String oneLine(String text) {
    return text.replaceAll("\\R", " / ");
  }

  /** What a part led to, as markup with its id to copy. */
  static String made(Part part) {
    String id = "`" + escaped(part.resourceId().orElse("?"), 80) + "`";
    String progress = part.progress().map(p -> " · " + escaped(p, 40)).orElse("");
    boolean adopted = part.resource().filter(Part.Resource::adopted).isPresent();
    StatePhrase phrase = adopted ? StatePhrase.HEADLINE_ADOPTED : StatePhrase.HEADLINE_CREATED;
    return phrase.text("resource", id, "progress", progress);
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
