// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Option;
import io.berth.bot.voice.CommandPhrase;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code approve ID} and {@code deny ID "reason"}. */
final class VoteReader {
  private VoteReader() {}

  static Parsed read(Verb verb, List<Token> rest, String slash) {
    Words words = Words.sort(rest, List.of(Option.REASON), verb.word());
    if (words.bare().isEmpty()) {
      return new Parsed.Reply(verb.which(slash));
    }
    boolean approves = verb == Verb.APPROVE;
    List<Words.Given> reasons = new ArrayList<>(words.given());
    List<Token> extra = words.bare().subList(1, words.bare().size());
    // Behind "deny ID" the rest is the reason, with or without quotes. Behind "approve ID" it may
    // be a second id, which must not be taken for a reason.
    if (!approves && reasons.isEmpty() && !extra.isEmpty()) {
      String text = extra.stream().map(Token::text).collect(Collectors.joining(" "));
      reasons.add(new Words.Given(Option.REASON, Optional.of(text), Optional.empty()));
      extra = List.of();
    }
    Values values = new Values();
    Optional<String> reason =
        reasons.stream().findFirst().flatMap(values::read).map(Object::toString);
    List<String> problems = new ArrayList<>(words.problems());
    problems.addAll(values.problems());
    if (reasons.size() > 1) {
      problems.add(CommandPhrase.GIVEN_TWICE.text("option", Option.REASON.label()));
    }
    extra.forEach(token -> problems.add(unexpected(token, slash + " " + verb.usage())));
    return problems.isEmpty()
        ? new Parsed.Run(
            new Command.CastVote(CommandParser.id(words.bare().get(0)), approves, reason))
        : new Parsed.Reply(String.join("\n", problems));
  }

  static String unexpected(Token token, String usage) {
    return CommandPhrase.UNEXPECTED.text(
        "word", Echo.of(token.text()), "column", token.column(), "usage", usage);
  }
}
