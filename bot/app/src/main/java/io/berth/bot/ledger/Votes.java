// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Verdict;
import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.model.VoteResult;
import io.berth.bot.ledger.tables.AuditTable;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Votes and the other ways a request leaves PENDING_APPROVAL. Each is one transaction. */
final class Votes {
  private final Tables tables;
  private final Clock clock;

  Votes(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * What a person says to what they have seen.
   *
   * @param sha256 of the parts that the voter has read
   */
  record Cast(
      String requestId, String voter, boolean approves, Optional<String> reason, String sha256) {}

  VoteResult vote(Handle sql, Cast cast, Function<Request, Optional<Sentence>> objection) {
    if (!tables.requests().lock(sql, cast.requestId())) {
      return new VoteResult.NoSuchRequest();
    }
    Request request = tables.requests().locked(sql, cast.requestId());
    if (request.votes().stream().anyMatch(vote -> vote.voter().equals(cast.voter()))) {
      return new VoteResult.AlreadyCounted(request);
    } else if (request.state() != State.PENDING_APPROVAL) {
      return new VoteResult.TooLate(request);
    } else if (expire(sql, request.id())) {
      return new VoteResult.TooLate(tables.requests().locked(sql, request.id()));
    } else if (!request.sha256().equals(cast.sha256())) {
      return new VoteResult.OtherContent();
    } else if (!mayVote(request, cast.voter())) {
      return new VoteResult.NotAllowed(request);
    }
    Vote vote = new Vote(cast.voter(), cast.approves(), cast.reason(), Time.now(clock));
    return count(sql, request, vote, objection);
  }

  /** The policy is asked first, by whoever calls; this holds even if somebody forgot to. */
  private static boolean mayVote(Request request, String voter) {
    return request.terms().approvers().contains(voter) && !request.requester().equals(voter);
  }

  /** Ends a pending request whose time is over; says whether it did. */
  boolean expire(Handle sql, String id) {
    Request request = tables.requests().locked(sql, id);
    boolean due =
        request.state() == State.PENDING_APPROVAL
            && !Time.now(clock).isBefore(request.times().expiresAt());
    if (due) {
      end(sql, request, State.EXPIRED, AuditTable.BERTH, AuditEvent.EXPIRED, News.EXPIRED);
    }
    return due;
  }

  /** Takes back a request of which nothing was sent yet; says whether it did. */
  boolean cancel(Handle sql, String id, String by) {
    if (!tables.requests().lock(sql, id)) {
      return false;
    }
    Request request = tables.requests().locked(sql, id);
    boolean waiting =
        request.state() == State.PENDING_APPROVAL
            || request.state() == State.APPROVED && request.isUntouched();
    if (waiting) {
      end(sql, request, State.CANCELLED, by, AuditEvent.CANCELLED, News.CANCELLED);
    }
    return waiting;
  }

  private VoteResult count(
      Handle sql, Request before, Vote vote, Function<Request, Optional<Sentence>> objection) {
    tables.votes().insert(sql, before, vote);
    Request voted = tables.requests().locked(sql, before.id());
    Verdict verdict = verdict(voted, objection);
    State state =
        verdict.fold(
            approved -> approve(sql, voted),
            waiting -> State.PENDING_APPROVAL,
            denied -> State.REJECTED);
    if (state == State.PENDING_APPROVAL) {
      tables.outbox().tellCard(sql, voted, News.VOTE, Time.now(clock));
    } else if (state == State.REJECTED) {
      leave(sql, voted, State.REJECTED);
      tables.outbox().tell(sql, voted, News.REJECTED, Time.now(clock));
    }
    audit(sql, voted, vote, state);
    return new VoteResult.Counted(tables.requests().locked(sql, before.id()), verdict);
  }

  /**
   * An approval that the policy of today would not let run is none yet: it waits, and says for
   * what.
   */
  private static Verdict verdict(Request request, Function<Request, Optional<Sentence>> objection) {
    Verdict verdict = request.ballot().verdict();
    return verdict.fold(
        approved -> objection.apply(request).<Verdict>map(Verdict.Waiting::new).orElse(approved),
        waiting -> waiting,
        denied -> denied);
  }

  private State approve(Handle sql, Request request) {
    Instant now = Time.now(clock);
    require(tables.requests().move(sql, request, State.APPROVED, now), request);
    for (Part part : request.parts()) {
      if (Submissions.approvedState(part.spec()) == PartState.READY) {
        require(tables.parts().move(sql, part, PartState.READY), request);
      }
      tables.tasks().remove(sql, part.id(), Task.Job.CHECK);
    }
    tables.tasks().remove(sql, PartId.whole(request.id()), Task.Job.EXPIRE);
    Submissions.begin(sql, tables, request, now);
    tables.outbox().tell(sql, request, News.APPROVED, now);
    return State.APPROVED;
  }

  private void end(
      Handle sql, Request request, State to, String actor, AuditEvent event, News news) {
    leave(sql, request, to);
    tables.outbox().tell(sql, request, news, Time.now(clock));
    tables.audit().append(sql, request.id(), actor, event, Map.of("state", to.name()));
  }

  /** To a state in which nothing will ever be made of it. */
  private void leave(Handle sql, Request request, State to) {
    require(tables.requests().move(sql, request, to, Time.now(clock)), request);
    tables.tasks().remove(sql, PartId.whole(request.id()), Task.Job.EXPIRE);
    for (Part part : request.parts()) {
      require(tables.parts().move(sql, part, PartState.SKIPPED), request);
      tables.tasks().remove(sql, part.id(), Task.Job.CHECK);
      tables.tasks().remove(sql, part.id(), Task.Job.EXECUTE);
    }
  }

  private void audit(Handle sql, Request request, Vote vote, State state) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("approves", vote.approves());
    vote.reason().ifPresent(reason -> detail.put("reason", reason));
    detail.put("parametersSha256", request.sha256());
    detail.put("state", state.name());
    tables.audit().append(sql, request.id(), vote.voter(), AuditEvent.VOTE, detail);
  }

  private static void require(boolean moved, Request request) {
    if (!moved) {
      throw new IllegalStateException("request " + request.id() + " moved under its lock");
    }
  }
}
