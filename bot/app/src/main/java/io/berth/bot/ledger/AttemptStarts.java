// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.tables.AuditTable;
import io.berth.bot.ledger.tables.Details;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.ApiRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Starting attempts: what was approved is compared with what would run in the same transaction that
 * stores the attempt, so nothing can change in between.
 */
final class AttemptStarts {
  /** The mark in a register code's description has room for two digits. */
  private static final int MOST_ATTEMPTS = 99;

  private final Tables tables;
  private final Clock clock;

  AttemptStarts(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Who claims, and what has to be asked first.
   *
   * @param owner for the audit log
   * @param objection the policy of today: empty when the request may still run, or a sentence
   * @param found the ids of the things that the part refers to by name, by field
   */
  record Claimant(
      String owner,
      Duration lease,
      Function<Request, Optional<Sentence>> objection,
      Map<String, String> found) {}

  Claim claim(Handle sql, Part seen, Claimant claimant) {
    Request request = tables.requests().locked(sql, seen.id().requestId());
    Part part = request.part(seen.id().number()).orElseThrow();
    boolean same = part.state() == seen.state() && part.token() == seen.token();
    Optional<Parameters> call = filled(request, part, claimant.found());
    if (!same || !mayRun(request, part) || call.isEmpty()) {
      return new Claim.Gone();
    }
    Optional<Sentence> withheld =
        notAsApproved(sql, request, part, call.get()).or(() -> claimant.objection().apply(request));
    return withheld.isPresent()
        ? new Claim.Withheld(withheld.get())
        : start(sql, request, part, call.get(), claimant);
  }

  /** A part that waits for another one runs as soon as that can be used. */
  private static boolean mayRun(Request request, Part part) {
    boolean approved = request.state() == State.APPROVED || request.state() == State.EXECUTING;
    return approved && !part.state().terminal() && part.stopped().isEmpty();
  }

  /** The parameters of the call; empty while a part that it needs is not there. */
  private static Optional<Parameters> filled(
      Request request, Part part, Map<String, String> found) {
    Parameters asked = part.spec().parameters();
    Map<String, String> ids = new LinkedHashMap<>();
    asked
        .references()
        .forEach(
            (field, r) -> idOf(r, request, found.get(field)).ifPresent(id -> ids.put(field, id)));
    return ids.size() == asked.references().size()
        ? Optional.of(asked.with(ids))
        : Optional.empty();
  }

  private static Optional<String> idOf(
      Reference reference, Request request, @Nullable String found) {
    return reference.fold(
        needed -> request.part(needed.number()).filter(Part::isUsable).flatMap(Part::resourceId),
        named -> Optional.ofNullable(found));
  }

  private Claim start(Handle sql, Request request, Part part, Parameters call, Claimant claimant) {
    Instant now = Time.now(clock);
    int token = tables.requests().nextToken(sql, request.id());
    Attempt attempt = Attempt.starting(part.id(), token, now.truncatedTo(ChronoUnit.SECONDS));
    if (!tables.parts().begin(sql, part, token, call, claimant.owner())) {
      throw new IllegalStateException("part " + part.id() + " moved under its lock");
    }
    if (request.state() == State.APPROVED) {
      tables.requests().move(sql, request, State.EXECUTING, now);
    }
    String sha256 = ApiRequest.sha256(part.kind().function(), call.write());
    tables.attempts().insert(sql, attempt, sha256);
    tables.tasks().put(sql, new Task(part.id(), Task.Job.EXECUTE, 0, now.plus(claimant.lease())));
    audit(sql, attempt, claimant.owner(), sha256);
    Request begun = tables.requests().locked(sql, request.id());
    return new Claim.Claimed(
        begun,
        begun.part(part.id().number()).orElseThrow(),
        attempt,
        begun.times().approvedUntil().orElseThrow());
  }

  private void audit(Handle sql, Attempt attempt, String owner, String sha256) {
    Map<String, Object> detail =
        Details.of(
            "part",
            attempt.part().number(),
            "token",
            attempt.token(),
            "owner",
            owner,
            "signedAt",
            attempt.signedAt().toString(),
            "parametersSha256",
            sha256);
    tables
        .audit()
        .append(sql, attempt.part().requestId(), AuditTable.BERTH, AuditEvent.ATTEMPT, detail);
  }

  private Optional<Sentence> notAsApproved(
      Handle sql, Request request, Part part, Parameters call) {
    Instant until = request.times().approvedUntil().orElseThrow();
    if (!Proposal.sha256(request.proposal().parts()).equals(request.sha256())) {
      return Optional.of(ExecutionPhrase.NOT_WHAT_WAS_APPROVED.with());
    } else if (part.call().filter(before -> !before.equals(call)).isPresent()) {
      return Optional.of(ExecutionPhrase.REFERS_TO_ANOTHER.with());
    } else if (!isCanonical(new Spec(part.kind(), call))) {
      return Optional.of(ExecutionPhrase.BREAKS_A_RULE.with());
    } else if (tables.requests().attempts(sql, request.id()) >= MOST_ATTEMPTS) {
      return Optional.of(ExecutionPhrase.TRIED_TOO_OFTEN.with("attempts", MOST_ATTEMPTS));
    }
    return Time.now(clock).isBefore(until)
        ? Optional.empty()
        : Optional.of(ExecutionPhrase.APPROVAL_ENDED.with("at", until));
  }

  /** What is sent keeps the rules that the function checks, and says the same to it. */
  private static boolean isCanonical(Spec call) {
    return Specs.check(call.kind(), call.parameters().json())
        .fold(
            valid -> valid.value().parameters().write().equals(call.parameters().write()),
            invalid -> false);
  }
}
