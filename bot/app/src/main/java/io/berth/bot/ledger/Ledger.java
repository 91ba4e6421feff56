// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Everything Berth remembers. Each method is one transaction; when it returns, what it did is on
 * disk. Methods may be called from any thread and from several processes on one PostgreSQL.
 */
public final class Ledger implements AutoCloseable {
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Clock clock;
  private final Tables tables;
  private final Submissions submissions;
  private final Voting voting;
  private final Reveals reveals;
  private final Work work;

  private Ledger(HikariDataSource source, Clock clock) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
    // Bound values are users' words and sealed values: they have no business in a log.
    this.jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    this.clock = clock;
    this.tables = Tables.create(clock);
    this.submissions = new Submissions(tables, clock);
    this.voting = new Voting(tables, clock);
    this.reveals = new Reveals(tables, clock);
    this.work = new Work(jdbi, tables, voting, reveals, clock);
  }

  /** Opens the database and brings its schema up to date; refuses a schema of a newer Berth. */
  public static Ledger open(LedgerConfig config, Clock clock) {
    Ledger ledger = new Ledger(Database.open(config), clock);
    if (config.embedded()) {
      // The file's lock says that every other process is gone, and with it whoever held a lease.
      ledger.work.releaseLeases();
    }
    return ledger;
  }

  /** Stores a request with its audit and outbox rows, or finds the one that was there before. */
  public Submitted submit(NewRequest request) {
    return jdbi.inTransaction(sql -> submissions.submit(sql, request));
  }

  /**
   * Counts a vote and, when it decides, moves the request on.
   *
   * @param parametersSha256 of the parameters the voter has read; must be the stored ones
   */
  public VoteResult vote(
      String requestId,
      String voter,
      boolean approves,
      Optional<String> reason,
      String parametersSha256) {
    return jdbi.inTransaction(
        sql -> voting.vote(sql, requestId, voter, approves, reason, parametersSha256));
  }

  /** Takes back a request of which nothing was sent yet; says whether it did. */
  public boolean cancel(String requestId, String by) {
    return jdbi.inTransaction(sql -> voting.cancel(sql, requestId, by));
  }

  /** The request of that id with its votes. */
  public Optional<Request> find(String requestId) {
    return jdbi.withHandle(sql -> tables.requests().find(sql, requestId));
  }

  /** Where the request was asked: a Slack channel id, empty for a webhook. */
  public Optional<String> channelOf(String requestId) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("SELECT channel FROM request WHERE id = :id")
                .bind("id", requestId)
                .mapTo(String.class)
                .findOne());
  }

  /** The newest requests, of one requester or of all, the newest first. */
  public List<Request> recent(Optional<String> requester, int limit) {
    return jdbi.withHandle(sql -> tables.requests().recent(sql, requester, limit));
  }

  /** How many requests stand there, for metrics; cheap for states that requests leave. */
  public long count(State state) {
    return jdbi.withHandle(sql -> tables.requests().count(sql, state));
  }

  /** Replay memory: true when the key was not seen within the time it was to be kept. */
  public boolean firstSight(String key, Duration keep) {
    return remember(key, "", keep).isEmpty();
  }

  /** Replay memory with a note: the note kept under the key before, empty when it is new. */
  public Optional<String> remember(String key, String note, Duration keep) {
    Instant now = Time.now(clock);
    return jdbi.inTransaction(sql -> tables.seen().remember(sql, key, note, now, now.plus(keep)));
  }

  /** Messages to post now, in order; per request and audience only the oldest open one. */
  public List<OutboxRow> dueOutbox(int limit) {
    return jdbi.withHandle(sql -> tables.outbox().due(sql, Time.now(clock), limit));
  }

  /** The message that tells this audience about the request, once there is one. */
  public Optional<Posted> posted(String requestId, Audience audience) {
    return jdbi.withHandle(sql -> tables.outbox().posted(sql, requestId, audience));
  }

  /** Posted: closes the row and remembers the message for updates. */
  public void outboxDone(long id, Posted posted) {
    jdbi.useTransaction(sql -> tables.outbox().done(sql, id, posted));
  }

  /** Not posted: tries again at {@code nextTry}. */
  public void outboxRetry(long id, Instant nextTry, String error) {
    jdbi.useTransaction(sql -> tables.outbox().retry(sql, id, nextTry, error));
  }

  /** Never to be posted: closes the row and keeps the error. */
  public void outboxGiveUp(long id, String error) {
    jdbi.useTransaction(sql -> tables.outbox().close(sql, id, error));
  }

  /** Reserves the sealed value for one reveal to the requester; audited. */
  public RevealResult reveal(String requestId, String user) {
    return jdbi.inTransaction(sql -> reveals.reveal(sql, requestId, user));
  }

  /** The value was shown: wipes it. */
  public void revealed(String requestId) {
    jdbi.useTransaction(sql -> reveals.revealed(sql, requestId));
  }

  /** The value could not be shown: it may be asked for again. */
  public void revealFailed(String requestId) {
    jdbi.useTransaction(sql -> reveals.failed(sql, requestId));
  }

  /** Audit rows behind {@code afterSeq} (0 for the beginning), the oldest first. */
  public List<AuditRow> audit(long afterSeq, int limit) {
    return jdbi.withHandle(sql -> tables.audit().after(sql, afterSeq, limit));
  }

  /** Audit rows of one request, the oldest first. */
  public List<AuditRow> audit(String requestId) {
    return jdbi.withHandle(sql -> tables.audit().of(sql, requestId));
  }

  /** Checks the whole hash chain: the number of the first row that was changed or is missing. */
  public Optional<Long> firstBrokenAuditRow() {
    return jdbi.inTransaction(sql -> tables.audit().firstBroken(sql));
  }

  /** Makes one durable commit that changes nothing; throws when the database cannot. */
  public void checkWritable() {
    jdbi.useTransaction(sql -> sql.execute("UPDATE audit_head SET seq = seq WHERE id = 1"));
  }

  /** The ledger as the provisioner uses it. */
  public Work work() {
    return work;
  }

  @Override
  public void close() {
    source.close();
  }
}
