// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger as the provisioner uses it: what is due, claims, and what came of them. Tasks are
 * handed out by lease; what an attempt may save is decided by its token alone.
 */
public final class Work {
  private final Jdbi jdbi;
  private final Tables tables;
  private final Claims claims;
  private final Execution execution;
  private final Voting voting;
  private final Reveals reveals;
  private final Clock clock;

  Work(Jdbi jdbi, Tables tables, Voting voting, Reveals reveals, Clock clock) {
    this.jdbi = jdbi;
    this.tables = tables;
    this.claims = new Claims(tables, clock);
    this.execution = new Execution(tables, clock);
    this.voting = voting;
    this.reveals = reveals;
    this.clock = clock;
  }

  /** Tasks whose time has come, the oldest first. */
  public List<Task> due(Task.Kind kind, int limit) {
    return jdbi.withHandle(sql -> tables.tasks().due(sql, kind, Time.now(clock), limit));
  }

  /** Takes a due task for the length of a lease; empty when another was faster. */
  public Optional<Task> take(Task task, Duration lease) {
    return again(task, task.step(), Time.now(clock).plus(lease));
  }

  /** Puts a taken task off; empty when the lease was lost meanwhile. */
  public Optional<Task> again(Task task, int step, Instant dueAt) {
    return jdbi.inTransaction(sql -> tables.tasks().reschedule(sql, task, step, dueAt));
  }

  /** Deletes a taken task, unless the lease was lost meanwhile. */
  public void done(Task task) {
    jdbi.useTransaction(sql -> tables.tasks().done(sql, task));
  }

  /** All attempts of a request, the oldest first. */
  public List<Attempt> attempts(String requestId) {
    return jdbi.withHandle(sql -> tables.attempts().of(sql, requestId));
  }

  /**
   * Starts the next attempt of an APPROVED or EXECUTING request: one transaction that checks again
   * that state and token are still as {@code seen}, that the parameters are those that were
   * approved, that the approval has not ended and that {@code objection} finds nothing, and then
   * stores the attempt. When this returns, the attempt is on disk.
   *
   * @param objection the policy of today: empty when the request may still run, or a sentence
   */
  public Claim claim(
      Request seen, String owner, Duration lease, Function<Request, Optional<String>> objection) {
    return jdbi.inTransaction(sql -> claims.claim(sql, seen, owner, lease, objection));
  }

  /**
   * Stores how an attempt ended while its request stays EXECUTING, and when to go on with it.
   *
   * @return false when the request has moved on; then only the attempt's row was completed
   */
  public boolean ended(String requestId, int token, Ending ending, Instant next) {
    return jdbi.inTransaction(sql -> execution.ended(sql, requestId, token, ending, next));
  }

  /**
   * EXECUTING to SUCCEEDED, fenced by the token.
   *
   * @param next tasks that follow
   * @return true when the ledger now says that this is the request's resource; false when another
   *     attempt holds the request: then nothing was saved and the resource must not be used
   */
  public boolean succeeded(String requestId, int token, Made made, List<Task> next) {
    return jdbi.inTransaction(sql -> execution.succeeded(sql, requestId, token, made, next));
  }

  /**
   * APPROVED or EXECUTING to FAILED or NEEDS_OPERATOR, fenced by the token.
   *
   * @param ending how the attempt ended, if that is only known now
   * @param sentence for the requester
   * @return whether this call made the move
   */
  public boolean gaveUp(
      String requestId,
      int token,
      Optional<Ending> ending,
      State to,
      String sentence,
      List<Task> next) {
    return jdbi.inTransaction(
        sql -> execution.gaveUp(sql, requestId, token, ending, to, sentence, next));
  }

  /** Stores a registry's status in the cloud; says whether it was news. */
  public boolean progressed(String requestId, String status) {
    return jdbi.inTransaction(sql -> execution.progressed(sql, requestId, status));
  }

  /** Audits one sweep that found something. */
  public void swept(String requestId, List<String> disabled, List<String> used) {
    jdbi.useTransaction(
        sql ->
            tables
                .audit()
                .append(
                    sql,
                    requestId,
                    AuditTable.BERTH,
                    "swept",
                    Details.of("disabled", disabled, "used", used)));
  }

  /** Ends a pending request whose time is over; says whether it did. */
  public boolean expire(String requestId) {
    return jdbi.inTransaction(sql -> voting.expire(sql, requestId));
  }

  /** Forgets the sealed value of a code that can no longer be used. */
  public void wipe(String requestId) {
    jdbi.useTransaction(sql -> reveals.wipe(sql, requestId));
  }

  /**
   * Makes due at once what a process that is gone had claimed. Safety rests on tokens, not on
   * leases, so this is only about not waiting.
   */
  void releaseLeases() {
    jdbi.useTransaction(sql -> tables.tasks().releaseLeases(sql, Time.now(clock)));
  }

  /** Drops replay memory that has served its time; returns the number of entries. */
  public int forgetOld() {
    return jdbi.inTransaction(sql -> tables.seen().forgetOld(sql, Time.now(clock)));
  }
}
