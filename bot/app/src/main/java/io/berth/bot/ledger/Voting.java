// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Tally;
import io.berth.bot.approval.Verdict;
import io.berth.bot.approval.Vote;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Votes and the other ways a request leaves PENDING_APPROVAL. Each is one transaction. */
final class Voting {
  private final Tables tables;
  private final Clock clock;

  Voting(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  VoteResult vote(
      Handle sql,
      String id,
      String voter,
      boolean approves,
      Optional<String> reason,
      String parametersSha256) {
    if (!tables.requests().lock(sql, id)) {
      return new VoteResult.NoSuchRequest();
    }
    Request request = tables.requests().locked(sql, id);
    if (request.votes().stream().anyMatch(vote -> vote.voter().equals(voter))) {
      return new VoteResult.AlreadyCounted(request);
    }
    if (request.state() != State.PENDING_APPROVAL) {
      return new VoteResult.TooLate(request, Sentences.whatBecameOf(request));
    }
    if (expire(sql, id)) {
      Request expired = tables.requests().locked(sql, id);
      return new VoteResult.TooLate(expired, Sentences.whatBecameOf(expired));
    }
    Optional<String> refusal = refusal(request, voter, parametersSha256);
    if (refusal.isPresent()) {
      return new VoteResult.NotAllowed(refusal.get());
    }
    return count(sql, request, new Vote(voter, approves, reason, Time.now(clock)));
  }

  /** Ends a pending request whose time is over; says whether it did. */
  boolean expire(Handle sql, String id) {
    Request request = tables.requests().locked(sql, id);
    boolean due =
        request.state() == State.PENDING_APPROVAL && !Time.now(clock).isBefore(request.expiresAt());
    return due && end(sql, request, State.EXPIRED, AuditTable.BERTH, "expired");
  }

  /** Takes back a request that was not sent yet; says whether it did. */
  boolean cancel(Handle sql, String id, String by) {
    if (!tables.requests().lock(sql, id)) {
      return false;
    }
    Request request = tables.requests().locked(sql, id);
    boolean waiting =
        request.state() == State.PENDING_APPROVAL || request.state() == State.APPROVED;
    return waiting && end(sql, request, State.CANCELLED, by, "cancelled");
  }

  /** The desk asks the policy first; this holds even if a door forgot to. */
  private static Optional<String> refusal(Request request, String voter, String sha256) {
    if (!request.parametersSha256().equals(sha256)) {
      return Optional.of(
          "This button belongs to other parameters than the request has now; open the request"
              + " again and read it before you vote.");
    }
    if (request.requester().equals(voter)) {
      return Optional.of("Nobody may vote on their own request; ask another approver.");
    }
    return request.terms().approvers().contains(voter)
        ? Optional.empty()
        : Optional.of("You are not one of the approvers of request " + request.id() + ".");
  }

  private VoteResult count(Handle sql, Request before, Vote vote) {
    tables.votes().insert(sql, before, vote);
    Request voted = tables.requests().locked(sql, before.id());
    Verdict verdict = Tally.of(voted.terms(), voted.requester(), voted.votes());
    verdict.<Boolean>fold(
        approved -> approve(sql, voted, vote),
        waiting -> wait(sql, voted, vote),
        denied -> reject(sql, voted, vote));
    return new VoteResult.Counted(tables.requests().locked(sql, before.id()), verdict);
  }

  private boolean approve(Handle sql, Request request, Vote vote) {
    Instant now = Time.now(clock);
    require(tables.requests().move(sql, request, State.APPROVED, now), request);
    tables.tasks().remove(sql, request.id(), Task.Kind.EXPIRE);
    tables.tasks().put(sql, request.id(), Task.Kind.EXECUTE, 0, now);
    tables.outbox().tell(sql, request, "approved", now);
    audit(sql, request, vote, State.APPROVED);
    return true;
  }

  private boolean wait(Handle sql, Request request, Vote vote) {
    tables.outbox().tellCard(sql, request, "vote", Time.now(clock));
    audit(sql, request, vote, State.PENDING_APPROVAL);
    return true;
  }

  private boolean reject(Handle sql, Request request, Vote vote) {
    Instant now = Time.now(clock);
    require(tables.requests().move(sql, request, State.REJECTED, now), request);
    tables.tasks().remove(sql, request.id(), Task.Kind.EXPIRE);
    tables.outbox().tell(sql, request, "rejected", now);
    audit(sql, request, vote, State.REJECTED);
    return true;
  }

  private boolean end(Handle sql, Request request, State to, String actor, String event) {
    Instant now = Time.now(clock);
    require(tables.requests().move(sql, request, to, now), request);
    tables.tasks().remove(sql, request.id(), Task.Kind.EXPIRE);
    tables.tasks().remove(sql, request.id(), Task.Kind.EXECUTE);
    tables.outbox().tell(sql, request, event, now);
    tables.audit().append(sql, request.id(), actor, event, Map.of("state", to.name()));
    return true;
  }

  private void audit(Handle sql, Request request, Vote vote, State state) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("approves", vote.approves());
    vote.reason().ifPresent(reason -> detail.put("reason", reason));
    detail.put("parametersSha256", request.parametersSha256());
    detail.put("state", state.name());
    tables.audit().append(sql, request.id(), vote.voter(), "vote", detail);
  }

  private static void require(boolean moved, Request request) {
    if (!moved) {
      throw new IllegalStateException("request " + request.id() + " moved under its lock");
    }
  }
}
