// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code create} and {@code explain create}: finds the form, sorts the words, fills it. */
final class CreateReader {
  private final String slash;
  private final String defaultRegion;

  CreateReader(String slash, String defaultRegion) {
    this.slash = slash;
    this.defaultRegion = defaultRegion;
  }

  /** Reads what stands behind {@code create}; {@code command} says what is to be done with it. */
  Parsed create(List<Token> rest, Function<Ask, Command> command) {
    if (rest.isEmpty()) {
      return new Parsed.Reply(
          "Create what? Write "
              + slash
              + " create registry NAME --type basic|standard|premium, or "
              + slash
              + " create code.");
    }
    Token first = rest.get(0);
    Optional<Form> named =
        first.asOption().isPresent() ? Optional.empty() : Forms.of(first.asWord());
    // "create NAME" is a registry, so a second bare word is what tells a mistyped kind from a name.
    Form form = named.orElse(Forms.REGISTRY);
    List<Token> words = named.isPresent() ? rest.subList(1, rest.size()) : rest;
    Words sorted = Words.sort(words, form.options(), "create " + form.kind());
    if (named.isEmpty() && sorted.bare().size() > 1) {
      return unknownKind(sorted.bare().get(0));
    }
    FormReader.Filled filled = new FormReader(form, defaultRegion).read(sorted);
    return filled
        .ask()
        .<Parsed>map(ask -> new Parsed.Run(command.apply(ask)))
        .orElseGet(() -> new Parsed.Reply(String.join("\n", filled.problems())));
  }

  private static Parsed unknownKind(Token kind) {
    return new Parsed.Reply(
        "Unknown kind "
            + Echo.of(kind.text())
            + Suggestion.closest(kind.asWord(), Forms.kinds())
                .map(CommandParser::didYouMean)
                .orElseGet(() -> "; use " + String.join(" or ", Forms.kinds()) + "."));
  }

  /** Reads what stands behind {@code explain}: a whole {@code create} command. */
  Parsed explain(List<Token> rest) {
    boolean create = !rest.isEmpty() && rest.get(0).asWord().equals(Verb.CREATE.word());
    return create
        ? create(rest.subList(1, rest.size()), Command.Explain::new)
        : new Parsed.Reply(
            "Explain what? Write " + slash + " explain create registry NAME --type standard.");
  }
}
