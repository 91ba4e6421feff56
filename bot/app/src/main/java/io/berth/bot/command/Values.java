// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Option;
import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Shape;
import io.berth.bot.voice.CommandPhrase;
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
      CommandPhrase fault =
          given.text().isPresent() ? CommandPhrase.IS_EMPTY : CommandPhrase.NEEDS_A_VALUE;
      return refuse(fault.text("option", option.label(), "example", example(option)));
    }
    return wrong.isPresent() ? refuse(wrong.get()) : shaped(option, text.get());
  }

  private static String example(Option option) {
    return option.name().equals("name") ? CommandPhrase.WITHOUT_QUOTES.text() : option.usage();
  }

  /** What is wrong with a text whatever its shape. */
  private static Optional<String> unfit(Words.Given given, String text) {
    String label = given.option().label();
    Optional<String> hidden = Invisible.firstIn(text);
    if (hidden.isPresent()) {
      return hidden.map(h -> CommandPhrase.INVISIBLE.text("option", label, "character", h));
    }
    CommandPhrase phrase =
        label.equals("Name") ? CommandPhrase.NAME_IS_A_MENTION : CommandPhrase.MENTION;
    return given
        .mention()
        .filter(m -> !(given.option().shape() instanceof Shape.Prose))
        .map(m -> phrase.text("option", label, "mention", Echo.of(m)));
  }

  private Optional<Object> shaped(Option option, String text) {
    return option.shape().fold(new Shaped(option, text));
  }

  /** The value of a text that is there, by the shape of its option. */
  private final class Shaped implements Shape.Cases<Optional<Object>> {
    private final Option option;
    private final String text;

    Shaped(Option option, String text) {
      this.option = option;
      this.text = text;
    }

    @Override
    public Optional<Object> prose(Shape.Prose prose) {
      return Values.this.prose(option, prose, text);
    }

    @Override
    public Optional<Object> word() {
      return Optional.of(text);
    }

    @Override
    public Optional<Object> whole(Shape.Whole whole) {
      return Values.this.whole(option, whole, text);
    }

    @Override
    public Optional<Object> choice(Shape.Choice choice) {
      return Values.this.choice(option, choice, text);
    }

    @Override
    public Optional<Object> pair() {
      return Values.this.pair(option, text);
    }

    @Override
    public Optional<Object> flag(Shape.Flag flag) {
      return Values.this.flag(option, flag, Optional.of(text));
    }

    @Override
    public Optional<Object> existing(Shape.Existing existing) {
      return Optional.of(idOrName(existing, text));
    }
  }

  /** An id as it is; a name stands for an id that is looked up later. */
  private static Object idOrName(Shape.Existing existing, String text) {
    boolean id = Kinds.of(existing.kind()).orElseThrow().isId(text);
    return id ? text : new Reference.Named(existing.kind(), text).toJson();
  }

  private Optional<Object> prose(Option option, Shape.Prose prose, String text) {
    int length = text.codePointCount(0, text.length());
    return length <= prose.most()
        ? Optional.of(text)
        : refuse(
            CommandPhrase.TOO_LONG.text(
                "option", option.label(), "length", length, "most", prose.most()));
  }

  private Optional<Object> flag(Option option, Shape.Flag flag, Optional<String> text) {
    String word = text.map(t -> t.toLowerCase(Locale.ROOT)).orElse("true");
    if (word.equals("true") || word.equals("yes")) {
      return Optional.of(flag.on());
    }
    return word.equals("false") || word.equals("no")
        ? Optional.empty()
        : refuse(CommandPhrase.ON_OR_OFF.text("option", option.label(), "usage", option.usage()));
  }

  private Optional<Object> choice(Option option, Shape.Choice choice, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Object value = choice.values().get(word);
    String given = Echo.of(text);
    if (value == null) {
      return refuse(notOneOf(option, choice, word, given));
    }
    if (!word.equals(text)) {
      notes.add(CommandPhrase.READ_AS.text("option", option.label(), "value", given, "word", word));
    }
    return Optional.of(value);
  }

  private static String notOneOf(Option option, Shape.Choice choice, String word, String given) {
    String words = String.join(", ", choice.values().keySet());
    String guess = Suggestion.didYouMean(word, choice.values().keySet());
    String hint = guess.isEmpty() ? "." : guess;
    return CommandPhrase.NOT_ONE_OF.text(
        "option", option.label(), "value", given, "words", words, "hint", hint);
  }

  private Optional<Object> whole(Option option, Shape.Whole whole, String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || digits.length() > MOST_DIGITS) {
      CommandPhrase fault = number ? CommandPhrase.TOO_MANY_DIGITS : CommandPhrase.NOT_A_NUMBER;
      return refuse(fault.text("option", option.label(), "value", Echo.of(text)));
    }
    return inRange(option, whole, Long.parseLong(text));
  }

  private Optional<Object> inRange(Option option, Shape.Whole whole, long value) {
    long least = whole.least();
    long most = whole.most();
    if (value < least) {
      return refuse(
          CommandPhrase.BELOW.text(
              "option", option.label(), "value", value, "least", least, "most", most));
    }
    return value > most ? refuse(above(option, whole, value)) : Optional.of(value);
  }

  private static String above(Option option, Shape.Whole whole, long value) {
    long most = whole.most();
    String way =
        whole.above().isEmpty()
            ? CommandPhrase.GIVE_RANGE.text("least", whole.least(), "most", most)
            : whole.above();
    return CommandPhrase.ABOVE.text(
        "option", option.label(), "value", value, "most", most, "way", way);
  }

  private Optional<Object> pair(Option option, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return refuse(
          CommandPhrase.NOT_A_PAIR.text("option", option.label(), "value", Echo.of(text)));
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
