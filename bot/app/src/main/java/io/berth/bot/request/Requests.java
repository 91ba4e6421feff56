// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Policy;
import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Proposal;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.voice.RequestPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where all doors lead: Slack's command, forms and buttons, the webhook. Whoever comes through
 * whichever door gets the same checks and the same words.
 */
public final class Requests {
  private final CommandParser parser;
  private final Policy policy;
  private final Ledger ledger;
  private final Judge judge;
  private final Submission submission;
  private final Voting voting;

  /**
   * All that people can do with requests.
   *
   * @param directory knows who is what in the workspace
   * @param requestIds gives a new request id each time
   * @param approvalExpiry how long a request waits for its approvals
   */
  public Requests(
      CommandParser parser,
      Policy policy,
      Ledger ledger,
      Directory directory,
      Supplier<String> requestIds,
      Clock clock,
      Duration approvalExpiry) {
    this.parser = parser;
    this.policy = policy;
    this.ledger = ledger;
    this.judge = new Judge(directory);
    this.submission =
        new Submission(parser.slash(), policy, ledger, requestIds, clock, approvalExpiry);
    this.voting = new Voting(parser.slash(), policy, ledger, judge, clock);
  }

  /**
   * Does what a line of text says.
   *
   * @param dedupeKey names the delivery: the same one twice stores one request
   */
  public Answer take(Requester requester, String text, String dedupeKey) {
    return parser
        .parse(text)
        .fold(
            command ->
                command.fold(
                    new CommandHandler(
                        parser, policy, ledger, submission, voting, requester, dedupeKey)),
            Answer::refused);
  }

  /** Lets the policy decide, and stores the request when it may be asked for. */
  public Answer submit(Requester requester, Proposal proposal, String dedupeKey) {
    return submission.submit(requester, proposal, dedupeKey);
  }

  /**
   * Counts a vote.
   *
   * @param sha256 what the voter was shown; a vote on anything but the stored parts is refused
   */
  public Answer vote(
      Requester voter, String requestId, String sha256, boolean approves, Optional<String> reason) {
    return voting.vote(voter, requestId, Optional.of(sha256), approves, reason);
  }

  /**
   * Reserves a secret for one reveal.
   *
   * @param sealed what is done with it; told is how that went, or why it may not be seen
   */
  public <R> R reveal(
      Requester person,
      PartId part,
      Function<RevealResult.Sealed, R> sealed,
      Function<Sentence, R> refused) {
    Optional<Sentence> standing = judge.mayNotSeeSecrets(person);
    if (standing.isPresent()) {
      return refused(person, part, standing.get(), refused);
    }
    return ledger
        .reveal(part, person.userId())
        .fold(sealed, why -> refused(person, part, sentence(part, why.why()), refused));
  }

  private <R> R refused(
      Requester person, PartId part, Sentence why, Function<Sentence, R> refused) {
    ledger.refused(part.requestId(), person.userId(), "reveal", why.text());
    return refused.apply(why);
  }

  private Sentence sentence(PartId part, RevealResult.Why why) {
    String thing =
        ledger
            .find(part.requestId())
            .flatMap(request -> request.part(part.number()))
            .map(p -> p.kind().noun())
            .orElse("");
    return switch (why) {
      case NO_SUCH_PART -> RequestPhrase.REVEAL_NO_REQUEST.with();
      case NOT_YOURS -> RequestPhrase.REVEAL_NOT_YOURS.with("thing", thing);
      case SHOWN_BEFORE -> RequestPhrase.REVEAL_SHOWN_BEFORE.with("thing", thing);
      case EXPIRED -> RequestPhrase.REVEAL_EXPIRED.with("thing", thing);
      case NONE -> RequestPhrase.REVEAL_NONE.with("id", part.requestId());
      case BEING_SHOWN -> RequestPhrase.REVEAL_BEING_SHOWN.with("thing", thing);
    };
  }
}
