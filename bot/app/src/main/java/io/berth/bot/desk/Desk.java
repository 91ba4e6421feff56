// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import io.berth.bot.approval.Policy;
import io.berth.bot.command.Ask;
import io.berth.bot.command.CommandParser;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where all doors lead: Slack's command and forms, the webhook. Whoever comes through whichever
 * door gets the same checks and the same words.
 */
public final class Desk {
  private final CommandParser parser;
  private final Policy policy;
  private final Ledger ledger;
  private final Intake intake;
  private final Files files;

  /**
   * A desk.
   *
   * @param requestIds gives a new request id each time
   * @param approvalExpiry how long a request waits for its approvals
   */
  public Desk(
      CommandParser parser,
      Policy policy,
      Ledger ledger,
      Supplier<String> requestIds,
      Clock clock,
      Duration approvalExpiry) {
    this.parser = parser;
    this.policy = policy;
    this.ledger = ledger;
    this.intake = new Intake(parser.slash(), policy, ledger, requestIds, clock, approvalExpiry);
    this.files = new Files(ledger);
  }

  /**
   * Does what a line of text says.
   *
   * @param dedupeKey names the delivery: the same one twice stores one request
   */
  public Answer take(Asker asker, String text, String dedupeKey) {
    return parser
        .parse(text)
        .fold(
            command -> command.fold(new Counter(this, parser, policy, ledger, asker, dedupeKey)),
            Answer::refused);
  }

  /** Lets the policy decide, and stores the request when it may be asked for. */
  public Answer submit(Asker asker, Ask ask, String dedupeKey) {
    return intake.submit(asker, ask, dedupeKey);
  }

  /**
   * Counts a vote.
   *
   * @param parametersSha256 what the voter was shown; a vote on anything but the stored parameters
   *     is refused
   */
  public Answer vote(
      Asker voter,
      String requestId,
      String parametersSha256,
      boolean approves,
      Optional<String> reason) {
    return files
        .known(voter, requestId)
        .map(
            request -> vote(voter, request, parametersSha256, approves, reason).about(request.id()))
        .orElseGet(Files::noSuchRequest);
  }

  private Answer vote(
      Asker voter, Request request, String sha256, boolean approves, Optional<String> reason) {
    Optional<String> refusal =
        policy.mayNotVote(request.terms(), request.requester(), voter.userId());
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    return ledger
        .vote(request.id(), voter.userId(), approves, reason, sha256)
        .fold(
            counted ->
                Answer.stored(
                    "Your vote is counted. " + counted.verdict().sentence(), request.id()),
            already -> Answer.info("Your vote was already counted; it stays as it was."),
            tooLate -> Answer.refused(tooLate.sentence()),
            notAllowed -> Answer.refused(notAllowed.sentence()),
            Files::noSuchRequest);
  }
}
