// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.List;
import java.util.Optional;

/**
 * What Slack makes of text on its way: entities for {@code &}, {@code <} and {@code >}, and {@code
 * <...>} for people, channels and links (Slack, "Formatting text": escaping and retrieving
 * messages).
 */
final class SlackEscapes {
  private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:", "tel:");

  /**
   * A piece of text that stands for something else.
   *
   * @param length how many chars of the line it takes
   * @param text what it shows as
   * @param picked whether it is a person, group or channel and not a link
   */
  record Piece(int length, String text, boolean picked) {}

  private SlackEscapes() {}

  /** The piece that begins at {@code at}, if one does. */
  static Optional<Piece> at(String line, int at) {
    if (line.charAt(at) == '&') {
      return entity(line, at);
    }
    int end = line.indexOf('>', at);
    if (line.charAt(at) != '<' || end < 0 || line.indexOf('<', at + 1) == at + 1) {
      return Optional.empty();
    }
    String inside = line.substring(at + 1, end);
    return decode(inside).map(piece -> new Piece(end + 1 - at, piece.text, piece.picked));
  }

  private static Optional<Piece> entity(String line, int at) {
    for (String[] entity : new String[][] {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}}) {
      if (line.startsWith(entity[0], at)) {
        return Optional.of(new Piece(entity[0].length(), entity[1], false));
      }
    }
    return Optional.empty();
  }

  private static Optional<Piece> decode(String inside) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = unescape(bar < 0 ? "" : inside.substring(bar + 1));
    if (target.startsWith("@") || target.startsWith("#") || target.startsWith("!")) {
      return Optional.of(new Piece(0, picked(target, label), true));
    }
    return SCHEMES.stream().anyMatch(target::startsWith)
        ? Optional.of(new Piece(0, link(unescape(target), label), false))
        : Optional.empty();
  }

  private static String picked(String target, String label) {
    String sign = target.startsWith("#") ? "#" : "@";
    String shown = label.isEmpty() ? target.substring(1) : label;
    return shown.startsWith(sign) ? shown : sign + shown;
  }

  /**
   * The label only when Slack itself made it from the address: any other label could pretend to be
   * something else.
   */
  private static String link(String target, String label) {
    for (String scheme : SCHEMES) {
      if (target.equals(scheme + label) || target.equals(scheme + label + "/")) {
        return label;
      }
    }
    return target;
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
