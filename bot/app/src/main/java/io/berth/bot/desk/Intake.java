// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import io.berth.bot.approval.Decision;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Terms;
import io.berth.bot.command.Ask;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.NewRequest;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.Submitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
record Intake(
    String slash,
    Policy policy,
    Ledger ledger,
    Supplier<String> requestIds,
    Clock clock,
    Duration expiry) {
  /** Lets the policy decide, and stores the request when it may be asked for. */
  Answer submit(Asker asker, Ask ask, String dedupeKey) {
    Decision decision = policy.decide(ask, asker.userId());
    Optional<Terms> terms =
        decision.fold(
            denied -> Optional.empty(),
            needs -> Optional.of(needs.terms()),
            atOnce -> Optional.of(new Terms(0, List.of(), atOnce.rule())));
    return terms
        .map(t -> stored(store(asker, ask, t, dedupeKey), ask, decision.sentence()))
        .orElseGet(() -> Answer.refused(decision.sentence()));
  }

  private Submitted store(Asker asker, Ask ask, Terms terms, String dedupeKey) {
    Ask whole = policy.teamFor(ask, asker.userId()).map(ask::forTeam).orElse(ask);
    Instant expires = clock.instant().plus(expiry);
    return ledger.submit(
        new NewRequest(
            requestIds.get(),
            whole,
            asker.userId(),
            asker.workspace(),
            asker.channelId(),
            terms,
            dedupeKey,
            expires));
  }

  private Answer stored(Submitted submitted, Ask ask, String sentence) {
    return submitted.fold(
        stored -> Answer.stored(receipt(stored.request(), ask, sentence), stored.request().id()),
        again ->
            Answer.info(
                    "That was stored before, as request "
                        + again.request().id()
                        + see(again.request()))
                .about(again.request().id()),
        taken ->
            Answer.refused(
                    "Request "
                        + taken.request().id()
                        + " already asks for "
                        + RequestText.title(taken.request())
                        + " ("
                        + RequestText.state(taken.request().state())
                        + "); choose another name, or wait for that one.")
                .about(taken.request().id()));
  }

  private String receipt(Request request, Ask ask, String sentence) {
    List<String> lines = new ArrayList<>();
    lines.add("Request " + request.id() + " is stored: " + RequestText.title(request) + ".");
    lines.addAll(ask.notes());
    lines.add(sentence);
    String until =
        request.terms().needed() == 0
            ? "The"
            : "It can be approved until " + RequestText.time(request.expiresAt()) + ", and the";
    lines.add(until + " result will be posted to you" + see(request));
    return String.join("\n", lines);
  }

  private String see(Request request) {
    return "; see it with " + slash + " show " + request.id();
  }
}
