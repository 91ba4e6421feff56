// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.voice.CommandPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a line into words as a shell does, with the quotes and dashes that phones type. Nothing is
 * expanded: no variables, no wildcards, no files.
 */
final class Tokenizer {
  private static final String SMART_DOUBLE = "“”„‟";
  private static final String SINGLE = "'‘’‚‛";

  /** The words, or the one sentence that says why the line cannot be split. */
  record Scanned(List<Token> tokens, Optional<String> refusal) {}

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int at;
  private int start = -1;
  private int plain;
  private Optional<String> mention = Optional.empty();

  private Tokenizer(String line) {
    this.line = line;
  }

  static Scanned scan(String line) {
    return new Tokenizer(line).scan();
  }

  private Scanned scan() {
    while (at < line.length()) {
      char c = line.charAt(at);
      Optional<String> refusal = Optional.empty();
      if (isSpace(c)) {
        endWord();
        at++;
      } else if (!closers(c).isEmpty() && !isApostrophe()) {
        refusal = quoted(closers(c), c);
      } else if (c == '\\') {
        refusal = escaped();
      } else {
        take(true);
      }
      if (refusal.isPresent()) {
        return new Scanned(List.of(), refusal);
      }
    }
    endWord();
    return new Scanned(List.copyOf(tokens), Optional.empty());
  }

  private Optional<String> quoted(String closers, char opener) {
    begin();
    int column = column(at);
    boolean single = SINGLE.indexOf(opener) >= 0;
    at++;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (closers.indexOf(c) >= 0 && !(single && isApostrophe())) {
        at++;
        return Optional.empty();
      }
      boolean escape = !single && c == '\\' && at + 1 < line.length();
      if (escape && (closers + opener + "\\").indexOf(line.charAt(at + 1)) >= 0) {
        at++;
        append(line.substring(at, ++at), false);
      } else {
        take(false);
      }
    }
    return Optional.of(CommandPhrase.QUOTE_NOT_CLOSED.text("column", column));
  }

  /** The characters that end a quotation which {@code c} begins; none when it begins none. */
  private static String closers(char c) {
    if (c == '"') {
      return "\"";
    } else if (c == '\'') {
      return "'";
    } else if (SMART_DOUBLE.indexOf(c) >= 0) {
      return SMART_DOUBLE;
    } else if (SINGLE.indexOf(c) >= 0) {
      return SINGLE.substring(1);
    }
    return c == '«' ? "»" : c == '»' ? "«" : "";
  }

  /** A single quote between two letters, as in {@code don't}. */
  private boolean isApostrophe() {
    return SINGLE.indexOf(line.charAt(at)) >= 0
        && at > 0
        && at + 1 < line.length()
        && Character.isLetter(line.charAt(at - 1))
        && Character.isLetter(line.charAt(at + 1));
  }

  private Optional<String> escaped() {
    begin();
    if (++at == line.length()) {
      return Optional.of(CommandPhrase.ESCAPE_AT_END.text());
    }
    take(false);
    return Optional.empty();
  }

  /** Takes one character, or one of Slack's escapes, into the word. */
  private void take(boolean outside) {
    begin();
    Optional<SlackEscapes.Piece> piece = SlackEscapes.at(line, at);
    if (piece.isEmpty()) {
      int next = line.offsetByCodePoints(at, 1);
      String taken = line.substring(at, next);
      append(isSpace(taken.charAt(0)) ? " " : taken, outside);
      at = next;
      return;
    }
    SlackEscapes.Piece found = piece.get();
    append(found.text(), false);
    at += found.length();
    if (found.picked() && mention.isEmpty()) {
      mention = Optional.of(found.text());
    }
  }

  private void append(String text, boolean outside) {
    if (outside && plain == word.length()) {
      plain += text.length();
    }
    word.append(text);
  }

  private void begin() {
    if (start < 0) {
      start = at;
    }
  }

  private void endWord() {
    if (start >= 0) {
      Token token = new Token(word.toString(), column(start), plain, mention);
      if (!token.isOnlyInvisible() || word.isEmpty()) {
        tokens.add(token);
      }
    }
    word.setLength(0);
    start = -1;
    plain = 0;
    mention = Optional.empty();
  }

  private int column(int index) {
    return line.codePointCount(0, index) + 1;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
