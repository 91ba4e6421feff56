// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.VoteResult;
import io.berth.bot.voice.RequestPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.util.Optional;

/** Votes: whether somebody may, what the ledger makes of it, and what they are told. */
final class Voting {
  private final Policy policy;
  private final Ledger ledger;
  private final Judge judge;
  private final RequestAccess access;
  private final Clock clock;

  Voting(String slash, Policy policy, Ledger ledger, Judge judge, Clock clock) {
    this.policy = policy;
    this.ledger = ledger;
    this.judge = judge;
    this.access = new RequestAccess(ledger, slash);
    this.clock = clock;
  }

  /**
   * What a person says to what they were shown.
   *
   * @param sha256 of the parts that they were shown; nothing for somebody who types an id, and
   *     votes on what the ledger holds
   */
  Answer vote(
      Requester voter,
      String requestId,
      Optional<String> sha256,
      boolean approves,
      Optional<String> reason) {
    return access
        .known(voter, requestId)
        .map(request -> vote(voter, request, sha256, approves, reason).about(request.id()))
        .orElseGet(access::noSuchRequest);
  }

  private Answer vote(
      Requester voter,
      Request request,
      Optional<String> sha256,
      boolean approves,
      Optional<String> reason) {
    Optional<Sentence> refusal =
        judge
            .mayNotDecide(voter)
            .or(() -> policy.mayNotVote(request.terms(), request.requester(), voter.userId()));
    if (refusal.isPresent()) {
      String what = approves ? "approve" : "deny";
      ledger.refused(request.id(), voter.userId(), what, refusal.get().text());
      return Answer.refused(refusal.get());
    }
    Vote vote = new Vote(voter.userId(), approves, reason, clock.instant());
    return told(ledger.vote(request.id(), vote, sha256.orElse(request.sha256()), this::objection));
  }

  private Optional<Sentence> objection(Request request) {
    return policy.objection(request.proposal(), request.ballot());
  }

  private Answer told(VoteResult result) {
    return result.fold(
        new VoteResult.Cases<>(
            counted ->
                Answer.stored(
                    RequestPhrase.VOTE_COUNTED.text("verdict", counted.verdict().sentence()),
                    counted.request().id()),
            already -> Answer.info(RequestPhrase.VOTE_COUNTED_BEFORE.text()),
            tooLate -> Answer.refused(StateText.tooLate(tooLate.request())),
            () -> Answer.refused(RequestPhrase.OTHER_CONTENT.with()),
            notAllowed ->
                Answer.refused(
                    RequestPhrase.NOT_ONE_OF_THE_APPROVERS.with("id", notAllowed.request().id())),
            access::noSuchRequest));
  }
}
