// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import io.berth.bot.approval.Policy;
import io.berth.bot.command.Ask;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
import java.util.List;
import java.util.Optional;

/** What each command comes to for one asker. */
final class Counter implements Command.Cases<Answer> {
  private static final int LISTED = 10;

  private final Desk desk;
  private final CommandParser parser;
  private final Policy policy;
  private final Ledger ledger;
  private final Asker asker;
  private final String dedupeKey;
  private final Files files;

  Counter(
      Desk desk,
      CommandParser parser,
      Policy policy,
      Ledger ledger,
      Asker asker,
      String dedupeKey) {
    this.desk = desk;
    this.parser = parser;
    this.policy = policy;
    this.ledger = ledger;
    this.asker = asker;
    this.dedupeKey = dedupeKey;
    this.files = new Files(ledger);
  }

  @Override
  public Answer create(Ask ask) {
    return desk.submit(asker, ask, dedupeKey);
  }

  @Override
  public Answer explain(Ask ask) {
    return Answer.info(new Rehearsal(policy).of(ask, asker.userId()));
  }

  @Override
  public Answer list() {
    List<String> lines = files.own(asker, LISTED).stream().map(RequestText::line).toList();
    return Answer.info(
        lines.isEmpty()
            ? "You have not asked for anything yet; " + parser.slash() + " help shows how."
            : "Your latest requests:\n" + String.join("\n", lines));
  }

  @Override
  public Answer show(String id) {
    return files
        .readable(asker, id)
        .map(request -> Answer.info(RequestText.whole(request)).about(request.id()))
        .orElseGet(Files::noSuchRequest);
  }

  @Override
  public Answer vote(Command.CastVote vote) {
    // Somebody who types an id votes on what the ledger holds now: the parameters of a request
    // never change.
    return files
        .known(asker, vote.id())
        .map(r -> desk.vote(asker, r.id(), r.parametersSha256(), vote.approves(), vote.reason()))
        .orElseGet(Files::noSuchRequest);
  }

  @Override
  public Answer cancel(String id) {
    Optional<Request> request = files.readable(asker, id);
    if (request.isEmpty()) {
      return Files.noSuchRequest();
    } else if (!request.get().requester().equals(asker.userId())) {
      return Answer.refused(
              "Only @" + request.get().requester() + " can cancel this request; you can deny it.")
          .about(id);
    } else if (ledger.cancel(id, asker.userId())) {
      return Answer.stored("Request " + id + " is cancelled; nothing will be created.", id);
    }
    String state = ledger.find(id).map(r -> RequestText.state(r.state())).orElse("gone");
    return Answer.refused("Too late: request " + id + " is " + state + ".").about(id);
  }

  @Override
  public Answer whoAmI() {
    return Answer.info(
        "You are @"
            + asker.userId()
            + " in workspace "
            + asker.workspace()
            + ". Teams: "
            + orNone(policy.teamsOf(asker.userId()))
            + ". Approver groups: "
            + orNone(policy.approverGroupsOf(asker.userId()))
            + ".");
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  @Override
  public Answer help(Optional<String> topic) {
    return Answer.usage(parser.help(topic));
  }
}
