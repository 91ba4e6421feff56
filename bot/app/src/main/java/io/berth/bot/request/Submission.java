// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Decision;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Terms;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Origin;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Submitted;
import io.berth.bot.voice.Dates;
import io.berth.bot.voice.RequestPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes requests in: the policy decides, the ledger stores, the receipt says what happens next.
 *
 * @param slash the slash command, for the receipt
 * @param requestIds gives a new request id each time
 * @param expiry how long a request waits for its approvals
 */
record Submission(
    String slash,
    Policy policy,
    Ledger ledger,
    Supplier<String> requestIds,
    Clock clock,
    Duration expiry) {
  /** Lets the policy decide, and stores the request when it may be asked for. */
  Answer submit(Requester requester, Proposal proposal, String dedupeKey) {
    Decision decision = policy.decide(proposal, requester.userId());
    Optional<Terms> terms =
        decision.fold(
            denied -> Optional.empty(),
            needs -> Optional.of(needs.terms()),
            atOnce -> Optional.of(atOnce.terms()));
    if (terms.isEmpty()) {
      return Answer.refused(decision.sentence());
    }
    NewRequest request = request(requester, proposal, terms.get(), dedupeKey);
    return told(ledger.submit(request), requester, proposal, decision.sentence());
  }

  private NewRequest request(
      Requester requester, Proposal proposal, Terms terms, String dedupeKey) {
    Origin origin =
        new Origin(
            requester.userId(),
            requester.workspace(),
            requester.channelId(),
            policy.teamFor(proposal, requester.userId()),
            proposal.reason());
    return new NewRequest(
        requestIds.get(), proposal.parts(), origin, terms, dedupeKey, clock.instant().plus(expiry));
  }

  private Answer told(
      Submitted submitted, Requester requester, Proposal proposal, Sentence decision) {
    String id = submitted.request().id();
    return submitted.fold(
        stored -> Answer.stored(receipt(stored.request(), requester, proposal, decision), id),
        again ->
            Answer.info(RequestPhrase.STORED_BEFORE.text("id", id, "see", see(requester, id)))
                .about(id),
        taken ->
            Answer.refused(
                    RequestPhrase.ALREADY_ASKED.with(
                        "id",
                        id,
                        "title",
                        taken.part().spec().title(),
                        "state",
                        StateText.listed(taken.request().state())))
                .about(id));
  }

  private String receipt(
      Request request, Requester requester, Proposal proposal, Sentence decision) {
    String id = request.id();
    List<String> lines = new ArrayList<>();
    lines.add(RequestPhrase.STORED.text("id", id, "titles", RequestText.titles(request)));
    lines.addAll(proposal.notes());
    lines.add(decision.text());
    if (request.terms().needsApproval()) {
      looksFirst(proposal).ifPresent(lines::add);
      String until = Dates.minute(request.times().expiresAt());
      lines.add(
          RequestPhrase.CAN_BE_APPROVED_UNTIL.text("until", until, "comes", comes(requester, id)));
    } else {
      lines.add(RequestPhrase.RESULT_COMES.text("comes", comes(requester, id)));
    }
    return String.join("\n", lines);
  }

  /** What is referred to by its name is looked for while people still think about it. */
  private static Optional<String> looksFirst(Proposal proposal) {
    for (Spec spec : proposal.parts()) {
      for (Reference reference : spec.parameters().references().values()) {
        Optional<String> thing =
            reference.fold(
                part -> Optional.empty(), named -> Optional.of(named.kind() + " " + named.name()));
        if (thing.isPresent()) {
          return thing.map(text -> RequestPhrase.LOOKS_FIRST.text("thing", text));
        }
      }
    }
    return Optional.empty();
  }

  /** Nobody posts to a program: it asks. */
  private String comes(Requester requester, String id) {
    return requester.isProgram()
        ? RequestPhrase.COMES_WHEN_ASKED_FOR.text("id", id)
        : RequestPhrase.COMES_AS_A_MESSAGE.text("see", see(requester, id));
  }

  private String see(Requester requester, String id) {
    return requester.isProgram()
        ? RequestPhrase.SEE_BY_PROGRAM.text("id", id)
        : RequestPhrase.SEE.text("slash", slash, "id", id);
  }
}
