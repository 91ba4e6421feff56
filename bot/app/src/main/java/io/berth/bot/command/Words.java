// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Option;
import io.berth.bot.voice.CommandPhrase;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words behind a verb, sorted: bare ones, and options with what was given for them.
 *
 * @param bare in the order typed
 * @param given in the order typed; an option that was given twice is in it twice
 * @param problems a sentence for each word that is neither
 */
record Words(List<Token> bare, List<Given> given, List<String> problems) {

  /**
   * An option with its text.
   *
   * @param mention as in {@link Token}
   */
  record Given(Option option, Optional<String> text, Optional<String> mention) {}

  /**
   * Sorts {@code tokens}.
   *
   * @param what the command in the help's words, for sentences
   */
  static Words sort(List<Token> tokens, List<Option> options, String what) {
    return new Sorter(tokens, options, what).sort();
  }

  private static final class Sorter {
    private final List<Token> tokens;
    private final List<Option> options;
    private final String what;
    private final Words words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private int at;

    Sorter(List<Token> tokens, List<Option> options, String what) {
      this.tokens = tokens;
      this.options = options;
      this.what = what;
    }

    Words sort() {
      while (at < tokens.size()) {
        Token token = tokens.get(at++);
        Optional<Token.Typed> typed = token.asOption();
        if (typed.isPresent()) {
          option(token, typed.get());
        } else {
          words.bare.add(token);
        }
      }
      return words;
    }

    private void option(Token token, Token.Typed typed) {
      Optional<Option> known =
          options.stream().filter(o -> o.name().equals(typed.name())).findFirst();
      if (known.isEmpty()) {
        unknown(typed);
        return;
      }
      Option option = known.get();
      Optional<String> text = typed.inline();
      Optional<String> mention = token.mention();
      if (text.isEmpty() && !option.isFlag() && valueFollows()) {
        Token value = tokens.get(at++);
        text = Optional.of(value.asValue());
        mention = value.mention();
      }
      words.given.add(new Given(option, text, mention));
    }

    private boolean valueFollows() {
      return at < tokens.size() && !tokens.get(at).looksLikeOption();
    }

    /**
     * The word behind an unknown option is most likely its value, so that it is not complained
     * about as well.
     */
    private void unknown(Token.Typed typed) {
      List<String> names = options.stream().map(Option::name).toList();
      Optional<String> near = Suggestion.closest(typed.name(), names);
      boolean flag = near.flatMap(this::named).map(Option::isFlag).orElse(false);
      if (typed.inline().isEmpty() && !flag && valueFollows()) {
        at++;
      }
      String hint =
          near.map(n -> CommandPhrase.DID_YOU_MEAN.text("word", "--" + n))
              .orElseGet(() -> elsewhere(typed.name(), names));
      words.problems.add(
          CommandPhrase.UNKNOWN_OPTION.text("option", Echo.of("--" + typed.name()), "hint", hint));
    }

    private Optional<Option> named(String name) {
      return options.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    private String elsewhere(String name, List<String> names) {
      Optional<Kind> other =
          Kinds.ALL.stream().filter(k -> k.form().option(name).isPresent()).findFirst();
      if (other.isPresent()) {
        return CommandPhrase.BELONGS_TO.text("kind", other.get().word());
      }
      return names.isEmpty()
          ? CommandPhrase.TAKES_NO_OPTIONS.text("what", what)
          : CommandPhrase.TAKES.text("what", what, "options", "--" + String.join(", --", names));
    }
  }
}
