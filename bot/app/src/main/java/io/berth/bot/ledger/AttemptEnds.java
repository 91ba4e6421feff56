// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.tables.AuditTable;
import io.berth.bot.ledger.tables.Details;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How attempts and parts end. Every method is the inside of one transaction. */
final class AttemptEnds {
  private final Tables tables;
  private final Clock clock;

  AttemptEnds(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Stores what came of an attempt while its part stays open; says whether it still holds it. */
  boolean ended(Handle sql, PartId id, int token, AttemptOutcome outcome, Instant next) {
    Part part = locked(sql, id);
    auditEnd(sql, id, token, outcome);
    boolean ours = part.state() == PartState.EXECUTING && part.token() == token;
    if (ours) {
      tables.tasks().put(sql, new Task(id, Task.Job.EXECUTE, 0, next));
    }
    return ours;
  }

  /** It exists; says whether the ledger now says that this is the part's resource. */
  boolean succeeded(Handle sql, PartId id, int token, Created created, List<Task> next) {
    Part part = locked(sql, id);
    auditEnd(sql, id, token, outcomeOf(created));
    if (part.state() == PartState.SUCCEEDED) {
      return part.resourceId().equals(Optional.of(created.resourceId()));
    }
    boolean ours = part.state() == PartState.EXECUTING && part.token() == token;
    if (!ours || !tables.parts().move(sql, part, PartState.SUCCEEDED)) {
      return false;
    }
    tables.parts().created(sql, id, created);
    boolean secret = created.sealedValue().isPresent();
    leave(sql, id, next, secret ? News.SECRET_READY : News.CREATED);
    Map<String, Object> detail =
        detail(id, token, "resource", created.resourceId(), "adopted", created.adopted());
    audit(sql, id, AuditEvent.SUCCEEDED, detail);
    return true;
  }

  /**
   * No further attempt is made; the part stays open until it is known what the earlier ones did.
   */
  boolean stopped(
      Handle sql,
      PartId id,
      int token,
      Optional<AttemptOutcome> outcome,
      Sentence why,
      Instant next) {
    Part part = locked(sql, id);
    outcome.ifPresent(end -> auditEnd(sql, id, token, end));
    boolean ours = !part.state().terminal() && part.token() == token;
    if (!ours) {
      return false;
    }
    tables.tasks().put(sql, new Task(id, Task.Job.EXECUTE, 0, next));
    if (part.stopped().isEmpty()) {
      tables.parts().stopped(sql, id, why.text());
      Request request = tables.requests().locked(sql, id.requestId());
      tables.outbox().tell(sql, request, News.STOPPED, Time.now(clock));
      audit(sql, id, AuditEvent.STOPPED, detail(id, token, "why", why.text()));
    }
    return true;
  }

  /**
   * The one door to FAILED.
   *
   * @throws IllegalStateException when an attempt could still have an effect that {@code look} did
   *     not see
   */
  boolean failed(
      Handle sql,
      PartId id,
      int token,
      Optional<AttemptOutcome> outcome,
      String why,
      Look look,
      List<Task> next) {
    Part part = locked(sql, id);
    outcome.ifPresent(end -> auditEnd(sql, id, token, end));
    if (part.state().terminal() || part.token() != token) {
      return false;
    }
    for (Attempt attempt : tables.attempts().of(sql, id)) {
      if (!look.settles(attempt)) {
        throw new IllegalStateException(
            "part " + id + " cannot fail: attempt " + attempt.token() + " is still open");
      }
    }
    return end(sql, part, PartState.FAILED, why, next);
  }

  /** A person has to settle it. */
  boolean needsOperator(Handle sql, PartId id, int token, String why) {
    Part part = locked(sql, id);
    boolean ours = !part.state().terminal() && part.token() == token;
    return ours && end(sql, part, PartState.NEEDS_OPERATOR, why, List.of());
  }

  /** It was never begun, and what it needs will never be there. */
  boolean skipped(Handle sql, PartId id, String why) {
    Part part = locked(sql, id);
    boolean untouched = !part.state().terminal() && part.token() == 0;
    return untouched && end(sql, part, PartState.SKIPPED, why, List.of());
  }

  private boolean end(Handle sql, Part part, PartState to, String why, List<Task> next) {
    if (!tables.parts().move(sql, part, to)) {
      return false;
    }
    tables.parts().failed(sql, part.id(), why);
    leave(sql, part.id(), next, to == PartState.NEEDS_OPERATOR ? News.NEEDS_OPERATOR : News.FAILED);
    AuditEvent event =
        switch (to) {
          case FAILED -> AuditEvent.FAILED;
          case NEEDS_OPERATOR -> AuditEvent.NEEDS_OPERATOR;
          case SKIPPED -> AuditEvent.SKIPPED;
          case WAITING, READY, EXECUTING, SUCCEEDED ->
              throw new IllegalArgumentException(to + " is no such end");
        };
    audit(sql, part.id(), event, detail(part.id(), part.token(), "why", why));
    return true;
  }

  /** Stores the status in the cloud; says whether it was news. */
  boolean progressed(Handle sql, PartId id, String status) {
    Part part = locked(sql, id);
    if (part.progress().equals(Optional.of(status))) {
      return false;
    }
    tables.parts().progressed(sql, id, status);
    Request request = tables.requests().locked(sql, id.requestId());
    boolean ready = request.part(id.number()).filter(Part::isUsable).isPresent();
    if (ready) {
      wakeWaiting(sql, request);
    }
    tables.outbox().tell(sql, request, ready ? News.READY : News.PROGRESS, Time.now(clock));
    audit(sql, id, AuditEvent.PROGRESS, Details.of("part", id.number(), "status", status));
    return true;
  }

  private Part locked(Handle sql, PartId id) {
    return tables.requests().locked(sql, id.requestId()).part(id.number()).orElseThrow();
  }

  /** A part reached its end: what follows, the request's own state, and who is told. */
  private void leave(Handle sql, PartId id, List<Task> next, News news) {
    tables.tasks().remove(sql, id, Task.Job.CHECK);
    tables.tasks().remove(sql, id, Task.Job.EXECUTE);
    next.forEach(task -> tables.tasks().put(sql, task));
    skipTheRestUnlessApproved(sql, tables.requests().locked(sql, id.requestId()));
    Request request = tables.requests().locked(sql, id.requestId());
    State to = State.of(request.parts().stream().map(Part::state).toList());
    if (to != request.state()) {
      tables.requests().move(sql, request, to, Time.now(clock));
      tables.tasks().remove(sql, PartId.whole(id.requestId()), Task.Job.EXPIRE);
    }
    wakeWaiting(sql, request);
    tables.outbox().tell(sql, request, news, Time.now(clock));
  }

  /** What cannot be done whole is not put to the vote. */
  private void skipTheRestUnlessApproved(Handle sql, Request request) {
    if (request.state() == State.PENDING_APPROVAL) {
      for (Part part : request.parts()) {
        if (!part.state().terminal()) {
          tables.parts().move(sql, part, PartState.SKIPPED);
          tables.tasks().remove(sql, part.id(), Task.Job.CHECK);
        }
      }
    }
  }

  private void wakeWaiting(Handle sql, Request request) {
    request.parts().stream()
        .filter(part -> part.state() == PartState.WAITING)
        .forEach(
            part ->
                tables.tasks().put(sql, new Task(part.id(), Task.Job.EXECUTE, 0, Time.now(clock))));
  }

  private void auditEnd(Handle sql, PartId id, int token, AttemptOutcome outcome) {
    if (tables.attempts().end(sql, id.requestId(), token, outcome, Time.now(clock))) {
      Map<String, Object> detail =
          detail(
              id,
              token,
              "state",
              outcome.state().name(),
              "code",
              outcome.code().orElse(null),
              "message",
              outcome.message(),
              "cloudRequestId",
              outcome.cloudRequestId().orElse(null));
      audit(sql, id, AuditEvent.ATTEMPT_ENDED, detail);
    }
  }

  private static Map<String, Object> detail(PartId id, int token, @Nullable Object... more) {
    Map<String, Object> detail = Details.of("part", id.number(), "token", token);
    detail.putAll(Details.of(more));
    return detail;
  }

  private void audit(Handle sql, PartId id, AuditEvent event, Map<String, Object> detail) {
    tables.audit().append(sql, id.requestId(), AuditTable.BERTH, event, detail);
  }

  private static AttemptOutcome outcomeOf(Created created) {
    ExecutionPhrase how = created.adopted() ? ExecutionPhrase.FOUND_AGAIN : ExecutionPhrase.CREATED;
    return new AttemptOutcome(
        Attempt.State.CREATED,
        Optional.empty(),
        how.text(),
        Optional.of(created.cloudRequestId()).filter(id -> !id.isEmpty()));
  }
}
