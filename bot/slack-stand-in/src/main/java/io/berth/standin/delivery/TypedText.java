// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import io.berth.standin.workspace.Member;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Slack makes of a typed line when {@code should_escape} is on: people, channels and links
 * become tokens, and the three characters that tokens are made of are escaped. Tokens that are
 * there already are left alone.
 */
public final class TypedText {
  private static final Pattern TOKENS =
      Pattern.compile(
          "<[@#!][^<>\\s]+>" // a token already
              + "|https?://[^\\s<>\"']+"
              + "|(?<![\\w/])[@#][a-z][a-z0-9._-]*"
              + "|[&<>]");

  private TypedText() {}

  /** The line as the bot gets it. */
  public static String escaped(String typed) {
    return TOKENS.matcher(typed).replaceAll(found -> Matcher.quoteReplacement(token(found)));
  }

  /** What a phone's keyboard makes of it: long dashes and curly quotes. */
  static String smart(String typed) {
    return typed
        .replaceAll("(?<!\\S)--(?=\\S)", "\u2014")
        .replaceAll("(?<=\\s|=|^)\"", "\u201c")
        .replace("\"", "\u201d");
  }

  private static String token(MatchResult found) {
    String text = found.group();
    return switch (text.charAt(0)) {
      case '&' -> "&amp;";
      case '>' -> "&gt;";
      case '<' -> text.length() == 1 ? "&lt;" : text;
      case '@' -> member(text).orElse(text);
      case '#' -> channel(text).orElse(text);
      default -> "<" + text.replace("&", "&amp;") + ">";
    };
  }

  private static Optional<String> member(String text) {
    return Directory.member(text)
        .map(Member::id)
        .map(id -> "<@%s|%s>".formatted(id, text.substring(1)));
  }

  private static Optional<String> channel(String text) {
    return Directory.channel(text)
        .map(Channel::id)
        .map(id -> "<#%s|%s>".formatted(id, text.substring(1)));
  }
}
