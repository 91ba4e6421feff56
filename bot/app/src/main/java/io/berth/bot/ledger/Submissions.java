// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Storing requests. */
final class Submissions {
  private static final int ROUNDS = 5;

  private final Tables tables;
  private final Clock clock;

  Submissions(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  Submitted submit(Handle sql, NewRequest request) {
    for (int round = 0; round < ROUNDS; round++) {
      if (insert(sql, request)) {
        return new Submitted.Stored(stored(sql, request));
      }
      Optional<Submitted> holder = holder(sql, request);
      if (holder.isPresent()) {
        return holder.get();
      }
      // Whoever held the name finished between the two statements: it is free now.
    }
    throw new IllegalStateException("request " + request.id() + " could not be stored");
  }

  private boolean insert(Handle sql, NewRequest request) {
    State state = request.terms().needed() == 0 ? State.APPROVED : State.PENDING_APPROVAL;
    return tables.requests().insert(sql, request, state, Time.now(clock));
  }

  private Optional<Submitted> holder(Handle sql, NewRequest request) {
    Optional<Request> same = tables.requests().byDedupeKey(sql, request.dedupeKey());
    if (same.isPresent()) {
      return same.map(Submitted.Duplicate::new);
    }
    return tables
        .requests()
        .byLiveName(sql, request.ask().parameters())
        .map(Submitted.NameAsked::new);
  }

  private Request stored(Handle sql, NewRequest fresh) {
    Request request = tables.requests().locked(sql, fresh.id());
    Instant now = Time.now(clock);
    boolean approved = request.state() == State.APPROVED;
    tables
        .tasks()
        .put(
            sql,
            request.id(),
            approved ? Task.Kind.EXECUTE : Task.Kind.EXPIRE,
            0,
            approved ? now : request.expiresAt());
    tables.outbox().tell(sql, request, "stored", now);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("function", request.function().wireName());
    detail.put("parametersSha256", request.parametersSha256());
    detail.put("workspace", request.workspace());
    detail.put("rule", request.terms().rule());
    detail.put("needed", request.terms().needed());
    tables.audit().append(sql, request.id(), request.requester(), "stored", detail);
    return request;
  }
}
