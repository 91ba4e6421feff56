// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Form;
import io.berth.bot.kind.Option;
import io.berth.contract.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the options that people type in the place of the API's field names in the validator's
 * sentences.
 */
final class Translation {
  /** Label by path; longer paths first, so that a part of a path is not replaced inside it. */
  private final Map<String, String> labels =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(p -> p));

  Translation(Form form) {
    for (Option option : form.options()) {
      if (!option.path().isEmpty()) {
        labels.putIfAbsent(option.path(), option.label());
      }
    }
  }

  /** The sentence with the documented error code, when that says more than the sentence. */
  String sentence(Violation violation) {
    String sentence = translate(violation.sentence());
    boolean telling = violation.code().indexOf('.') > 0;
    String end = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return telling ? end + " (" + violation.code() + ")." : sentence;
  }

  List<String> notes(List<String> notes) {
    return notes.stream().map(this::translate).toList();
  }

  /**
   * Replaces a path where it stands as a word outside quotes: what somebody typed is never touched.
   */
  String translate(String sentence) {
    StringBuilder result = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < sentence.length()) {
      quoted ^= sentence.charAt(at) == '\'';
      String path = quoted ? "" : pathAt(sentence, at);
      if (path.isEmpty()) {
        result.append(sentence.charAt(at++));
      } else {
        result.append(labels.get(path));
        at += path.length();
      }
    }
    return result.toString();
  }

  private String pathAt(String sentence, int at) {
    if (at > 0 && isPart(sentence.charAt(at - 1))) {
      return "";
    }
    for (String path : labels.keySet()) {
      boolean ends =
          sentence.length() == at + path.length()
              || (sentence.startsWith(path, at) && !isPart(sentence.charAt(at + path.length())));
      if (ends && sentence.startsWith(path, at)) {
        return path;
      }
    }
    return "";
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c);
  }
}
