// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.tables.AuditTable;
import io.berth.bot.ledger.tables.Details;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import io.berth.bot.voice.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final AttemptStarts starts;
  private final AttemptEnds ends;
  private final Votes votes;
  private final Reveals reveals;
  private final Clock clock;

  Work(Jdbi jdbi, Tables tables, Votes votes, Reveals reveals, Clock clock) {
    this.jdbi = jdbi;
    this.tables = tables;
    this.starts = new AttemptStarts(tables, clock);
    this.ends = new AttemptEnds(tables, clock);
    this.votes = votes;
    this.reveals = reveals;
    this.clock = clock;
  }

  /** Tasks whose time has come, the oldest first. */
  public List<Task> due(Task.Job job, int limit) {
    return jdbi.withHandle(sql -> tables.tasks().due(sql, job, Time.now(clock), limit));
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

  /** All attempts of a part, the oldest first. */
  public List<Attempt> attempts(PartId part) {
    return jdbi.withHandle(sql -> tables.attempts().of(sql, part));
  }

  /** All attempts of all parts of a request, the oldest first. */
  public List<Attempt> attempts(String requestId) {
    return jdbi.withHandle(sql -> tables.attempts().of(sql, requestId));
  }

  /**
   * Starts the next attempt of a part: one transaction that checks again that its state and token
   * are still as {@code seen}, that the parameters are those that were approved, that the approval
   * has not ended and that {@code objection} finds nothing, fills the references, and then stores
   * the attempt. When this returns, the attempt is on disk.
   *
   * @param owner who claims, for the audit log
   * @param objection the policy of today: empty when the request may still run, or a sentence
   * @param found the ids of the things that the part refers to by name, by field
   */
  public Claim claim(
      Part seen,
      String owner,
      Duration lease,
      Function<Request, Optional<Sentence>> objection,
      Map<String, String> found) {
    return jdbi.inTransaction(
        sql -> starts.claim(sql, seen, new AttemptStarts.Claimant(owner, lease, objection, found)));
  }

  /**
   * Stores how an attempt ended while its part stays EXECUTING, and when to go on with it.
   *
   * @return false when the part has moved on; then only the attempt's row was completed
   */
  public boolean ended(PartId part, int token, AttemptOutcome outcome, Instant next) {
    return jdbi.inTransaction(sql -> ends.ended(sql, part, token, outcome, next));
  }

  /**
   * EXECUTING to SUCCEEDED, fenced by the token.
   *
   * @param next tasks that follow
   * @return true when the ledger now says that this is the part's resource; false when another
   *     attempt holds the part: then nothing was saved and the resource must not be used
   */
  public boolean succeeded(PartId part, int token, Created created, List<Task> next) {
    return jdbi.inTransaction(sql -> ends.succeeded(sql, part, token, created, next));
  }

  /**
   * No further attempt is made, for this reason; the part stays open until it was looked for what
   * the earlier ones did, and the requester is told so.
   *
   * @param outcome how the newest attempt ended, if that is only known now
   * @return whether the part was still this attempt's
   */
  public boolean stopped(
      PartId part, int token, Optional<AttemptOutcome> outcome, Sentence why, Instant next) {
    return jdbi.inTransaction(sql -> ends.stopped(sql, part, token, outcome, why, next));
  }

  /**
   * To FAILED, fenced by the token: the only way there.
   *
   * @param outcome how the newest attempt ended, if that is only known now
   * @param why for the requester
   * @param look how it was found that the part does not exist
   * @return whether this call made the move
   * @throws IllegalStateException when an attempt could still have an effect that nobody saw
   */
  public boolean failed(
      PartId part,
      int token,
      Optional<AttemptOutcome> outcome,
      String why,
      Look look,
      List<Task> next) {
    return jdbi.inTransaction(sql -> ends.failed(sql, part, token, outcome, why, look, next));
  }

  /** To NEEDS_OPERATOR, fenced by the token; says whether this call made the move. */
  public boolean needsOperator(PartId part, int token, Sentence why) {
    return jdbi.inTransaction(sql -> ends.needsOperator(sql, part, token, why.text()));
  }

  /** To SKIPPED, while no attempt was made; says whether this call made the move. */
  public boolean skipped(PartId part, Sentence why) {
    return jdbi.inTransaction(sql -> ends.skipped(sql, part, why.text()));
  }

  /** Stores the status in the cloud of what was created; says whether it was news. */
  public boolean progressed(PartId part, String status) {
    return jdbi.inTransaction(sql -> ends.progressed(sql, part, status));
  }

  /** Audits one sweep that found something. */
  public void swept(PartId part, List<String> disabled, List<String> used) {
    Map<String, Object> detail =
        Details.of("part", part.number(), "disabled", disabled, "used", used);
    jdbi.useTransaction(
        sql ->
            tables
                .audit()
                .append(sql, part.requestId(), AuditTable.BERTH, AuditEvent.SWEPT, detail));
  }

  /** Ends a pending request whose time is over; says whether it did. */
  public boolean expire(String requestId) {
    return jdbi.inTransaction(sql -> votes.expire(sql, requestId));
  }

  /** Forgets a sealed value that is worth nothing any more. */
  public void wipe(PartId part) {
    jdbi.useTransaction(sql -> reveals.wipe(sql, part));
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
