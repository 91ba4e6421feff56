// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code task}: at most one per part and job, deleted when done. */
public final class TaskTable {
  private static final String WHERE =
      " WHERE request_id = :id AND part_number = :number AND kind = :kind";

  /** Puts a task in the place of the one of that part and job. */
  public void put(Handle sql, Task task) {
    remove(sql, task.part(), task.job());
    bound(
            sql,
            task.part(),
            task.job(),
            "INSERT INTO task (request_id, part_number, kind, step, due_at)"
                + " VALUES (:id, :number, :kind, :step, :due)")
        .bind("step", task.step())
        .bind("due", task.dueAt().toEpochMilli())
        .execute();
  }

  /** Deletes the task of that part and job, if there is one. */
  public void remove(Handle sql, PartId part, Task.Job job) {
    bound(sql, part, job, "DELETE FROM task" + WHERE).execute();
  }

  /** Tasks whose time has come, the oldest first. */
  public List<Task> due(Handle sql, Task.Job job, Instant now, int limit) {
    return sql.createQuery(
            "SELECT request_id, part_number, step, due_at FROM task"
                + " WHERE kind = :kind AND due_at <= :now ORDER BY kind, due_at LIMIT :limit")
        .bind("kind", job.name())
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Task(
                    new PartId(row.getString("request_id"), row.getInt("part_number")),
                    job,
                    row.getInt("step"),
                    Time.at(row, "due_at")))
        .list();
  }

  /** Compare-and-set on the time; the task as it now stands, empty when another was faster. */
  public Optional<Task> reschedule(Handle sql, Task task, int step, Instant dueAt) {
    int rows =
        bound(
                sql,
                task.part(),
                task.job(),
                "UPDATE task SET step = :step, due_at = :due" + WHERE + " AND due_at = :was")
            .bind("step", step)
            .bind("due", dueAt.toEpochMilli())
            .bind("was", task.dueAt().toEpochMilli())
            .execute();
    return rows == 1
        ? Optional.of(new Task(task.part(), task.job(), step, dueAt))
        : Optional.empty();
  }

  /** Deletes a task, unless it was moved meanwhile. */
  public void done(Handle sql, Task task) {
    bound(sql, task.part(), task.job(), "DELETE FROM task" + WHERE + " AND due_at = :was")
        .bind("was", task.dueAt().toEpochMilli())
        .execute();
  }

  /** Makes EXECUTE tasks due that are waiting for nothing but the end of a lease. */
  public void releaseLeases(Handle sql, Instant now) {
    sql.createUpdate(
            "UPDATE task SET due_at = :now WHERE kind = 'EXECUTE' AND due_at > :now AND"
                + " (EXISTS (SELECT 1 FROM part p WHERE p.request_id = task.request_id"
                + " AND p.part_number = task.part_number AND p.state = 'READY')"
                + " OR EXISTS (SELECT 1 FROM attempt a WHERE a.request_id = task.request_id"
                + " AND a.part_number = task.part_number AND a.state = 'SENDING'))")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static Update bound(Handle sql, PartId part, Task.Job job, String statement) {
    return sql.createUpdate(statement)
        .bind("id", part.requestId())
        .bind("number", part.number())
        .bind("kind", job.name());
  }
}
