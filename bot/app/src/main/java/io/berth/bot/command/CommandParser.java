// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Kinds;
import io.berth.bot.voice.CommandPhrase;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Understands what people type after the slash command. What it returns as a command keeps every
 * rule of the contract; what it returns as a reply says what is wrong, one sentence for each
 * mistake, and never shows more than 40 characters of the text.
 */
public final class CommandParser {
  /** Characters of one line; longer texts are not even looked at. */
  static final int MOST = 4000;

  private final String slash;
  private final CreateReader creating;
  private final HelpText help;

  /**
   * A parser.
   *
   * @param slash the slash command, e.g. {@code /tcr}, for the help and for texts that begin with
   *     it
   * @param defaultRegion where things are made when nobody says where
   */
  public CommandParser(String slash, String defaultRegion) {
    this.slash = slash;
    this.creating = new CreateReader(slash, defaultRegion);
    this.help = new HelpText(slash);
  }

  /** Understands one line of text, as Slack delivers it. No text at all asks for help. */
  public Parsed parse(String text) {
    int length = text.codePointCount(0, text.length());
    if (length > MOST) {
      return new Parsed.Reply(CommandPhrase.TEXT_TOO_LONG.text("length", length, "most", MOST));
    }
    Tokenizer.Scanned scanned = Tokenizer.scan(Normalizer.normalize(text, Normalizer.Form.NFC));
    return scanned.refusal().<Parsed>map(Parsed.Reply::new).orElseGet(() -> line(scanned.tokens()));
  }

  /** The slash command, for sentences that tell somebody what to type. */
  public String slash() {
    return slash;
  }

  /** The help on a topic of {@link Command.Help}, or on everything. */
  public String help(Optional<String> topic) {
    return help.of(topic);
  }

  private Parsed line(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return new Parsed.Run(new Command.Help(Optional.empty()));
    }
    String word = tokens.get(0).asWord();
    List<Token> rest = tokens.subList(1, tokens.size());
    if (word.equals(slash)) {
      return line(rest);
    } else if (List.of("--help", "-h", "?").contains(word)) {
      return new Parsed.Run(new Command.Help(Optional.empty()));
    }
    return Verb.of(word).map(verb -> verb(verb, rest)).orElseGet(() -> unknownVerb(tokens.get(0)));
  }

  private Parsed unknownVerb(Token token) {
    String word = token.asWord();
    String hint =
        Kinds.of(word)
            .map(kind -> CommandPhrase.DID_YOU_MEAN.text("word", "create " + kind.word()))
            .orElseGet(
                () ->
                    hint(
                        word,
                        Verb.words(),
                        () ->
                            CommandPhrase.USE_ONE_OF.text(
                                "words", String.join(", ", Verb.words()))));
    return new Parsed.Reply(
        CommandPhrase.UNKNOWN_SUBCOMMAND.text("word", Echo.of(token.text()), "hint", hint));
  }

  /** The nearest of the known words, or what there is when none is near. */
  static String hint(String word, Collection<String> known, Supplier<String> otherwise) {
    return Suggestion.closest(word, known)
        .map(near -> CommandPhrase.DID_YOU_MEAN.text("word", near))
        .orElseGet(otherwise);
  }

  private Parsed verb(Verb verb, List<Token> rest) {
    return switch (verb) {
      case CREATE -> creating.create(rest, Command.Create::new);
      case EXPLAIN -> creating.explain(rest);
      case LIST -> alone(verb, rest, new Command.ListRequests());
      case WHOAMI -> alone(verb, rest, new Command.WhoAmI());
      case SHOW -> one(verb, rest, Command.Show::new);
      case CANCEL -> one(verb, rest, Command.Cancel::new);
      case APPROVE, DENY -> VoteReader.read(verb, rest, slash);
      case HELP -> help(rest);
    };
  }

  private Parsed alone(Verb verb, List<Token> rest, Command command) {
    return rest.isEmpty() ? new Parsed.Run(command) : unexpected(verb, rest.get(0));
  }

  private Parsed unexpected(Verb verb, Token token) {
    return new Parsed.Reply(VoteReader.unexpected(token, slash + " " + verb.usage()));
  }

  private Parsed one(Verb verb, List<Token> rest, Function<String, Command> command) {
    if (rest.isEmpty()) {
      return new Parsed.Reply(verb.which(slash));
    }
    return rest.size() == 1
        ? new Parsed.Run(command.apply(id(rest.get(0))))
        : unexpected(verb, rest.get(1));
  }

  /** Ids are shown in capitals; phones write what they like. */
  static String id(Token token) {
    return Invisible.strip(token.text()).toUpperCase(Locale.ROOT);
  }

  private Parsed help(List<Token> rest) {
    Optional<String> topic = rest.stream().map(Token::asWord).reduce((first, second) -> second);
    if (topic.isPresent() && !HelpText.topics().contains(topic.get())) {
      String hint =
          hint(
              topic.get(),
              HelpText.topics(),
              () -> CommandPhrase.HELP_IS_ON.text("topics", String.join(", ", HelpText.topics())));
      return new Parsed.Reply(
          CommandPhrase.NO_HELP_ON.text("topic", Echo.of(topic.get()), "hint", hint));
    }
    return new Parsed.Run(new Command.Help(topic));
  }
}
