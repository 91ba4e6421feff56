// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps {@code ${NAME}} from YAML, to which a brace in a flow mapping is syntax: the braces are two
 * private characters until a value is put in, so that no value can ever become YAML.
 */
final class References {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  /** A reference in hidden text; its name is the first group. */
  static final Pattern HIDDEN = Pattern.compile("\\$" + OPEN + "([^" + CLOSE + "]*)" + CLOSE);

  private static final Pattern WRITTEN = Pattern.compile("\\$\\{([^}\n]*)(}?)");

  private References() {}

  static String hide(String text, Mistakes mistakes) {
    return WRITTEN
        .matcher(text)
        .replaceAll(
            found -> {
              if (found.group(2).isEmpty()) {
                refuseOpen(text, found.start(), mistakes);
                return Matcher.quoteReplacement(found.group());
              }
              return Matcher.quoteReplacement("$" + OPEN + found.group(1) + CLOSE);
            });
  }

  static String show(String hidden) {
    return hidden.replace(OPEN, '{').replace(CLOSE, '}');
  }

  private static void refuseOpen(String text, int at, Mistakes mistakes) {
    int lineStart = text.lastIndexOf('\n', at) + 1;
    String before = text.substring(lineStart, at);
    if (!before.stripLeading().startsWith("#")) {
      int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      mistakes.add(
          line, "column %d: ${ is not closed; write ${NAME}".formatted(before.length() + 1));
    }
  }
}
