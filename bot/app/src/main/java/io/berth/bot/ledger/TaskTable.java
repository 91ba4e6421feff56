// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code task}: at most one per request and kind, deleted when done. */
final class TaskTable {

  void put(Handle sql, String requestId, Task.Kind kind, int step, Instant dueAt) {
    remove(sql, requestId, kind);
    sql.createUpdate(
            "INSERT INTO task (request_id, kind, step, due_at) VALUES (:id, :kind, :step, :due)")
        .bind("id", requestId)
        .bind("kind", kind.name())
        .bind("step", step)
        .bind("due", dueAt.toEpochMilli())
        .execute();
  }

  void remove(Handle sql, String requestId, Task.Kind kind) {
    sql.createUpdate("DELETE FROM task WHERE request_id = :id AND kind = :kind")
        .bind("id", requestId)
        .bind("kind", kind.name())
        .execute();
  }

  List<Task> due(Handle sql, Task.Kind kind, Instant now, int limit) {
    return sql.createQuery(
            "SELECT request_id, step, due_at FROM task WHERE kind = :kind AND due_at <= :now"
                + " ORDER BY kind, due_at LIMIT :limit")
        .bind("kind", kind.name())
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Task(
                    row.getString("request_id"), kind, row.getInt("step"), Time.at(row, "due_at")))
        .list();
  }

  /** Compare-and-set on the time; the task as it now stands, empty when another was faster. */
  Optional<Task> reschedule(Handle sql, Task task, int step, Instant dueAt) {
    int rows =
        sql.createUpdate(
                "UPDATE task SET step = :step, due_at = :due"
                    + " WHERE request_id = :id AND kind = :kind AND due_at = :was")
            .bind("step", step)
            .bind("due", dueAt.toEpochMilli())
            .bind("id", task.requestId())
            .bind("kind", task.kind().name())
            .bind("was", task.dueAt().toEpochMilli())
            .execute();
    return rows == 1
        ? Optional.of(new Task(task.requestId(), task.kind(), step, dueAt))
        : Optional.empty();
  }

  void done(Handle sql, Task task) {
    sql.createUpdate("DELETE FROM task WHERE request_id = :id AND kind = :kind AND due_at = :was")
        .bind("id", task.requestId())
        .bind("kind", task.kind().name())
        .bind("was", task.dueAt().toEpochMilli())
        .execute();
  }

  /** EXECUTE tasks that are not waiting for anything but the end of a lease. */
  void releaseLeases(Handle sql, Instant now) {
    sql.createUpdate(
            "UPDATE task SET due_at = :now WHERE kind = 'EXECUTE' AND due_at > :now AND"
                + " (EXISTS (SELECT 1 FROM request r WHERE r.id = task.request_id"
                + " AND r.state = 'APPROVED') OR EXISTS (SELECT 1 FROM attempt a"
                + " WHERE a.request_id = task.request_id AND a.state = 'SENDING'))")
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
