// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Submitted;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Storing requests. */
final class Submissions {
  private static final int ROUNDS = 5;
  private static final Duration TIME_TO_CHECK = Duration.ofSeconds(5);
  private static final String BEFORE = "before_request";

  private final Tables tables;
  private final Clock clock;

  Submissions(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  Submitted submit(Handle sql, NewRequest request) {
    for (int round = 0; round < ROUNDS; round++) {
      sql.savepoint(BEFORE);
      State state = stateOf(request);
      if (tables.requests().insert(sql, request, state, Time.now(clock))
          && insertParts(sql, request, state)) {
        return new Submitted.Stored(stored(sql, request));
      }
      sql.rollbackToSavepoint(BEFORE);
      Optional<Submitted> holder = holder(sql, request);
      if (holder.isPresent()) {
        return holder.get();
      }
      // Whoever held the name finished between the two statements: it is free now.
    }
    throw new IllegalStateException("request " + request.id() + " could not be stored");
  }

  private static State stateOf(NewRequest request) {
    return request.terms().needsApproval() ? State.PENDING_APPROVAL : State.APPROVED;
  }

  private boolean insertParts(Handle sql, NewRequest request, State state) {
    int number = 0;
    for (Spec spec : request.parts()) {
      PartId id = new PartId(request.id(), ++number);
      PartState begins = state == State.APPROVED ? approvedState(spec) : PartState.WAITING;
      if (!tables.parts().insert(sql, id, spec, begins)) {
        return false;
      }
    }
    return true;
  }

  /** An approved part waits for nothing but the parts that it refers to. */
  static PartState approvedState(Spec spec) {
    boolean refers =
        spec.parameters().references().values().stream()
            .anyMatch(reference -> reference.fold(part -> true, named -> false));
    return refers ? PartState.WAITING : PartState.READY;
  }

  private Optional<Submitted> holder(Handle sql, NewRequest request) {
    Optional<Request> same = tables.requests().byDedupeKey(sql, request.dedupeKey());
    if (same.isPresent()) {
      return same.map(Submitted.Duplicate::new);
    }
    return request.parts().stream()
        .flatMap(spec -> tables.parts().asking(sql, spec).stream())
        .findFirst()
        .map(id -> alreadyAsked(sql, id));
  }

  private Submitted alreadyAsked(Handle sql, PartId id) {
    Request request = tables.requests().find(sql, id.requestId()).orElseThrow();
    return new Submitted.AlreadyAsked(request, request.part(id.number()).orElseThrow());
  }

  private Request stored(Handle sql, NewRequest fresh) {
    Request request = tables.requests().locked(sql, fresh.id());
    Instant now = Time.now(clock);
    boolean checked = request.parts().stream().anyMatch(Submissions::refersByName);
    if (request.state() == State.APPROVED) {
      begin(sql, tables, request, now);
    } else {
      PartId whole = PartId.whole(request.id());
      tables.tasks().put(sql, new Task(whole, Task.Job.EXPIRE, 0, request.times().expiresAt()));
      request.parts().stream()
          .filter(Submissions::refersByName)
          .forEach(part -> tables.tasks().put(sql, new Task(part.id(), Task.Job.CHECK, 0, now)));
    }
    if (request.terms().needsApproval()) {
      // What is not there is found out before people are asked about it.
      Instant due = checked ? now.plus(TIME_TO_CHECK) : now;
      tables.outbox().insert(sql, request, Audience.CARD, News.STORED, now, due);
    }
    tables.outbox().insert(sql, request, Audience.REQUESTER, News.STORED, now);
    tables
        .audit()
        .append(sql, request.id(), request.requester(), AuditEvent.STORED, detail(request));
    return request;
  }

  private static boolean refersByName(Part part) {
    return part.spec().parameters().references().values().stream()
        .anyMatch(reference -> reference.fold(ofPart -> false, named -> true));
  }

  /** Each part of an approved request is taken up at once; those that wait look again later. */
  static void begin(Handle sql, Tables tables, Request request, Instant now) {
    request
        .parts()
        .forEach(part -> tables.tasks().put(sql, new Task(part.id(), Task.Job.EXECUTE, 0, now)));
  }

  private static Map<String, Object> detail(Request request) {
    List<String> functions =
        request.parts().stream().map(part -> part.kind().function().wireName()).toList();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("function", String.join(", ", functions));
    detail.put("parametersSha256", request.sha256());
    detail.put("workspace", request.origin().workspace());
    detail.put("rule", request.terms().rule());
    detail.put("needed", request.terms().needed());
    return detail;
  }
}
