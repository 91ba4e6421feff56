// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.contract.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How attempts and executing requests end. Every method is the inside of one transaction. */
final class Execution {
  private final Tables tables;
  private final Clock clock;

  Execution(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  boolean ended(Handle sql, String id, int token, Ending ending, Instant next) {
    Request request = tables.requests().locked(sql, id);
    auditEnd(sql, id, token, ending);
    boolean ours = request.state() == State.EXECUTING && request.token() == token;
    if (ours) {
      tables.tasks().put(sql, id, Task.Kind.EXECUTE, 0, next);
    }
    return ours;
  }

  boolean succeeded(Handle sql, String id, int token, Made made, List<Task> next) {
    Request request = tables.requests().locked(sql, id);
    auditEnd(sql, id, token, endingOf(made));
    if (request.state() == State.SUCCEEDED) {
      return request.resourceId().equals(Optional.of(made.resourceId()));
    }
    boolean ours = request.state() == State.EXECUTING && request.token() == token;
    if (!ours || !tables.requests().move(sql, request, State.SUCCEEDED, Time.now(clock))) {
      return false;
    }
    sql.createUpdate(
            "UPDATE request SET resource_id = :resource, adopted = :adopted,"
                + " sealed_value = :sealed WHERE id = :id")
        .bind("resource", made.resourceId())
        .bind("adopted", made.adopted())
        .bind("sealed", made.sealedValue().orElse(null))
        .bind("id", id)
        .execute();
    boolean registry = request.function().product() == Product.TCR;
    follow(sql, request, registry ? "created" : "code-ready", next);
    tables
        .audit()
        .append(
            sql,
            id,
            AuditTable.BERTH,
            "succeeded",
            Details.of("token", token, "resource", made.resourceId(), "adopted", made.adopted()));
    return true;
  }

  boolean gaveUp(
      Handle sql,
      String id,
      int token,
      Optional<Ending> ending,
      State to,
      String sentence,
      List<Task> next) {
    Request request = tables.requests().locked(sql, id);
    ending.ifPresent(end -> auditEnd(sql, id, token, end));
    boolean ours = mayRun(request) && request.token() == token;
    if (!ours || !tables.requests().move(sql, request, to, Time.now(clock))) {
      return false;
    }
    sql.createUpdate("UPDATE request SET failure = :sentence WHERE id = :id")
        .bind("sentence", sentence)
        .bind("id", id)
        .execute();
    follow(sql, request, to == State.FAILED ? "failed" : "needs-operator", next);
    tables
        .audit()
        .append(
            sql,
            id,
            AuditTable.BERTH,
            to == State.FAILED ? "failed" : "needs-operator",
            Details.of("token", token, "why", sentence));
    return true;
  }

  boolean progressed(Handle sql, String id, String status) {
    Request request = tables.requests().locked(sql, id);
    if (request.progress().equals(Optional.of(status))) {
      return false;
    }
    sql.createUpdate("UPDATE request SET progress = :status WHERE id = :id")
        .bind("status", status)
        .bind("id", id)
        .execute();
    String kind = status.equals("Running") ? "running" : "progress";
    tables.outbox().tell(sql, request, kind, Time.now(clock));
    tables.audit().append(sql, id, AuditTable.BERTH, "progress", Map.of("status", status));
    return true;
  }

  private void auditEnd(Handle sql, String id, int token, Ending ending) {
    if (tables.attempts().end(sql, id, token, ending, Time.now(clock))) {
      tables
          .audit()
          .append(
              sql,
              id,
              AuditTable.BERTH,
              "attempt-ended",
              Details.of(
                  "token", token,
                  "state", ending.state().name(),
                  "code", ending.code().orElse(null),
                  "message", ending.message(),
                  "cloudRequestId", ending.cloudRequestId().orElse(null)));
    }
  }

  private void follow(Handle sql, Request request, String kind, List<Task> next) {
    tables.tasks().remove(sql, request.id(), Task.Kind.EXECUTE);
    next.forEach(t -> tables.tasks().put(sql, t.requestId(), t.kind(), t.step(), t.dueAt()));
    tables.outbox().tell(sql, request, kind, Time.now(clock));
  }

  static boolean mayRun(Request request) {
    return request.state() == State.APPROVED || request.state() == State.EXECUTING;
  }

  private static Ending endingOf(Made made) {
    return new Ending(
        Attempt.State.CREATED,
        Optional.empty(),
        made.adopted() ? "Found again and adopted." : "Created.",
        Optional.of(made.cloudRequestId()).filter(id -> !id.isEmpty()));
  }
}
