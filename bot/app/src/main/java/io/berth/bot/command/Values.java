// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what was given for an option into the value that the API takes, or into the sentence that
 * says what is wrong with it.
 */
final class Values {
  private static final int MOST_DIGITS = 18;

  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** One sentence for each value that cannot be read. */
  List<String> problems() {
    return problems;
  }

  /** One sentence for each value that was read as something slightly different. */
  List<String> notes() {
    return notes;
  }

  /** The value, or nothing when it is refused. */
  Optional<Object> read(Words.Given given) {
    Option option = given.option();
    if (option.shape() instanceof Shape.Flag flag) {
      return flag(option, flag, given.text());
    }
    Optional<String> text = given.text().filter(t -> !t.isBlank());
    Optional<String> wrong = text.flatMap(t -> unfit(given, t));
    if (text.isEmpty()) {
      String fault = given.text().isPresent() ? " is empty" : " needs a value";
      return refuse(option.label() + fault + "; write " + example(option) + ".");
    }
    return wrong.isPresent() ? refuse(wrong.get()) : shaped(option, text.get());
  }

  private static String example(Option option) {
    return option.name().equals("name") ? "it without quotes" : option.usage();
  }

  /** What is wrong with a text whatever its shape. */
  private static Optional<String> unfit(Words.Given given, String text) {
    String label = given.option().label();
    Optional<String> hidden = Invisible.firstIn(text);
    if (hidden.isPresent()) {
      return Optional.of(
          label
              + " contains the invisible character "
              + hidden.get()
              + "; type it again without it.");
    }
    boolean prose = given.option().shape() instanceof Shape.Prose;
    return given
        .mention()
        .filter(m -> !prose)
        .map(
            m ->
                label
                    + (label.equals("Name")
                        ? " is a mention; names cannot be mentions"
                        : " cannot be a mention")
                    + " (you picked "
                    + Echo.of(m)
                    + "); write it as plain text.");
  }

  private Optional<Object> shaped(Option option, String text) {
    Shape shape = option.shape();
    if (shape instanceof Shape.Choice choice) {
      return choice(option, choice, text);
    } else if (shape instanceof Shape.Whole whole) {
      return whole(option, whole, text);
    } else if (shape instanceof Shape.Pair) {
      return pair(option, text);
    } else if (shape instanceof Shape.Prose prose) {
      int length = text.codePointCount(0, text.length());
      return length <= prose.most()
          ? Optional.of(text)
          : refuse(
              option.label()
                  + " has "
                  + length
                  + " characters, longer than "
                  + prose.most()
                  + "; shorten it.");
    }
    return Optional.of(text);
  }

  private Optional<Object> flag(Option option, Shape.Flag flag, Optional<String> text) {
    String word = text.map(t -> t.toLowerCase(Locale.ROOT)).orElse("true");
    if (word.equals("true") || word.equals("yes")) {
      return Optional.of(flag.on());
    }
    return word.equals("false") || word.equals("no")
        ? Optional.empty()
        : refuse(option.label() + " is on or off; write " + option.usage() + ", or leave it out.");
  }

  private Optional<Object> choice(Option option, Shape.Choice choice, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Object value = choice.values().get(word);
    if (value == null) {
      String hint = Suggestion.didYouMean(word, choice.values().keySet());
      String words = String.join(", ", choice.values().keySet());
      return refuse(
          option.label()
              + " "
              + Echo.of(text)
              + " is not one of "
              + words
              + (hint.isEmpty() ? "." : hint));
    }
    if (!word.equals(text)) {
      notes.add(option.label() + " " + Echo.of(text) + " was read as " + word + ".");
    }
    return Optional.of(value);
  }

  private Optional<Object> whole(Option option, Shape.Whole whole, String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    String label = option.label();
    if (!number || digits.length() > MOST_DIGITS) {
      String fault = number ? " has too many digits" : " is not a whole number";
      return refuse(
          label
              + " "
              + Echo.of(text)
              + fault
              + "; write it with the digits 0 to 9, e.g. "
              + label
              + " 12.");
    }
    long value = Long.parseLong(text);
    if (value < whole.least()) {
      return refuse(
          label
              + " "
              + value
              + " is below "
              + whole.least()
              + "; give "
              + whole.least()
              + " to "
              + whole.most()
              + ".");
    } else if (value > whole.most()) {
      String way =
          whole.above().isEmpty() ? "give " + whole.least() + " to " + whole.most() : whole.above();
      return refuse(label + " " + value + " is above " + whole.most() + "; " + way + ".");
    }
    return Optional.of(value);
  }

  private Optional<Object> pair(Option option, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return refuse(
          option.label() + " " + Echo.of(text) + " must be key=value, e.g. --tag env=prod.");
    }
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("Key", text.substring(0, equals));
    tag.put("Value", text.substring(equals + 1));
    return Optional.of(tag);
  }

  private Optional<Object> refuse(String sentence) {
    problems.add(sentence);
    return Optional.empty();
  }
}
