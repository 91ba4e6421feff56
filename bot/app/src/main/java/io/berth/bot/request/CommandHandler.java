// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Policy;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Proposal;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.voice.RequestPhrase;
import java.util.List;
import java.util.Optional;

/**
 * What each command comes to for one person.
 *
 * @param dedupeKey names the delivery: the same one twice stores one request
 */
record CommandHandler(
    CommandParser parser,
    Policy policy,
    Ledger ledger,
    Submission submission,
    Voting voting,
    Requester requester,
    String dedupeKey)
    implements Command.Cases<Answer> {
  private static final int LISTED = 10;

  @Override
  public Answer create(Proposal proposal) {
    return submission.submit(requester, proposal, dedupeKey);
  }

  @Override
  public Answer explain(Proposal proposal) {
    return Answer.info(new DryRun(policy).of(proposal, requester.userId()));
  }

  @Override
  public Answer list() {
    List<String> lines = access().own(requester, LISTED).stream().map(RequestText::line).toList();
    return Answer.info(
        lines.isEmpty()
            ? RequestPhrase.NOTHING_ASKED_YET.text("slash", parser.slash())
            : RequestPhrase.LATEST_REQUESTS.text() + "\n" + String.join("\n", lines));
  }

  @Override
  public Answer show(String id) {
    return access()
        .readable(requester, id)
        .map(request -> Answer.info(RequestText.whole(request)).about(request.id()))
        .orElseGet(access()::noSuchRequest);
  }

  @Override
  public Answer vote(Command.CastVote vote) {
    return voting.vote(requester, vote.id(), Optional.empty(), vote.approves(), vote.reason());
  }

  @Override
  public Answer cancel(String id) {
    Optional<Request> request = access().readable(requester, id);
    if (request.isEmpty()) {
      return access().noSuchRequest();
    } else if (!request.get().requester().equals(requester.userId())) {
      return Answer.refused(
              RequestPhrase.ONLY_THE_REQUESTER_CANCELS.with("requester", request.get().requester()))
          .about(id);
    } else if (ledger.cancel(id, requester.userId())) {
      return Answer.stored(RequestPhrase.CANCELLED.text("id", id), id);
    }
    Request now = ledger.find(id).orElseThrow();
    return Answer.refused(
            RequestPhrase.TOO_LATE_TO_CANCEL.with("id", id, "state", StateText.listed(now.state())))
        .about(id);
  }

  @Override
  public Answer whoAmI() {
    return Answer.info(
        RequestPhrase.WHO_YOU_ARE.text(
            "user",
            requester.userId(),
            "workspace",
            requester.workspace(),
            "teams",
            orNone(policy.teamsOf(requester.userId())),
            "groups",
            orNone(policy.approverGroupsOf(requester.userId()))));
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? RequestPhrase.NONE.text() : String.join(", ", names);
  }

  @Override
  public Answer help(Optional<String> topic) {
    return Answer.usage(parser.help(topic));
  }

  private RequestAccess access() {
    return new RequestAccess(ledger, parser.slash());
  }
}
