// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.voice.CommandPhrase;
import io.berth.bot.voice.Lists;
import io.berth.contract.text.Echo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code create} and {@code explain create}: finds the kind, sorts the words, fills its form.
 */
final class CreateReader {
  private final String slash;
  private final String defaultRegion;

  CreateReader(String slash, String defaultRegion) {
    this.slash = slash;
    this.defaultRegion = defaultRegion;
  }

  /** Reads what stands behind {@code create}; {@code command} says what is to be done with it. */
  Parsed create(List<Token> rest, Function<Proposal, Command> command) {
    if (rest.isEmpty()) {
      return new Parsed.Reply(createWhat());
    }
    Token first = rest.get(0);
    Optional<Kind> named =
        first.asOption().isPresent() ? Optional.empty() : Kinds.of(first.asWord());
    // "create NAME" is a registry, so a second bare word is what tells a mistyped kind from a name.
    Kind kind = named.orElse(Kinds.USUAL);
    List<Token> words = named.isPresent() ? rest.subList(1, rest.size()) : rest;
    Words sorted = Words.sort(words, kind.form().options(), "create " + kind.word());
    if (named.isEmpty() && sorted.bare().size() > 1) {
      return unknownKind(sorted.bare().get(0));
    }
    FormReader.Filled filled = new FormReader(kind, defaultRegion).read(sorted);
    return filled
        .proposal()
        .<Parsed>map(proposal -> new Parsed.Run(command.apply(proposal)))
        .orElseGet(() -> new Parsed.Reply(String.join("\n", filled.problems())));
  }

  private String createWhat() {
    String choices =
        Kinds.ALL.stream()
            .map(Kind::usage)
            .collect(Collectors.joining(", or " + slash + " create "));
    return CommandPhrase.CREATE_WHAT.text("slash", slash, "choices", choices);
  }

  private static Parsed unknownKind(Token kind) {
    String hint =
        CommandParser.hint(
            kind.asWord(),
            Kinds.words(),
            () -> CommandPhrase.USE_ONE_OF.text("words", Lists.or(Kinds.words())));
    return new Parsed.Reply(
        CommandPhrase.UNKNOWN_KIND.text("word", Echo.of(kind.text()), "hint", hint));
  }

  /** Reads what stands behind {@code explain}: a whole {@code create} command. */
  Parsed explain(List<Token> rest) {
    boolean create = !rest.isEmpty() && rest.get(0).asWord().equals(Verb.CREATE.word());
    return create
        ? create(rest.subList(1, rest.size()), Command.Explain::new)
        : new Parsed.Reply(CommandPhrase.EXPLAIN_WHAT.text("slash", slash));
  }
}
