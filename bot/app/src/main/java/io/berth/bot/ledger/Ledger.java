// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Submitted;
import io.berth.bot.ledger.model.VoteResult;
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
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Everything Berth remembers. Each method is one transaction; when it returns, what it did is on
 * disk. Methods may be called from any thread.
 */
public final class Ledger implements AutoCloseable {
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Clock clock;
  private final Tables tables;
  private final Submissions submissions;
  private final Votes votes;
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
    this.votes = new Votes(tables, clock);
    this.reveals = new Reveals(tables, clock);
    this.work = new Work(jdbi, tables, votes, reveals, clock);
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
   * @param sha256 of the parts that the voter has read; must be the stored ones
   * @param objection the policy of today: when it would not let the approved request run, the
   *     request stays open and says so
   */
  public VoteResult vote(
      String requestId, Vote vote, String sha256, Function<Request, Optional<Sentence>> objection) {
    Votes.Cast cast =
        new Votes.Cast(requestId, vote.voter(), vote.approves(), vote.reason(), sha256);
    return jdbi.inTransaction(sql -> votes.vote(sql, cast, objection));
  }

  /** Takes back a request of which nothing was sent yet; says whether it did. */
  public boolean cancel(String requestId, String by) {
    return jdbi.inTransaction(sql -> votes.cancel(sql, requestId, by));
  }

  /** The request of that id with its votes. */
  public Optional<Request> find(String requestId) {
    return jdbi.withHandle(sql -> tables.requests().find(sql, requestId));
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

  /** The note kept under the key; empty when there is none, or its time is over. */
  public Optional<String> remembered(String key) {
    return jdbi.withHandle(sql -> tables.seen().note(sql, key, Time.now(clock)));
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

  /** Not posted, as far as is known: tries again at {@code nextTry}. The try counts once. */
  public void outboxRetry(OutboxRow row, Instant nextTry, String error) {
    jdbi.useTransaction(sql -> tables.outbox().retry(sql, row, nextTry, error));
  }

  /** Never to be posted: closes the row and keeps the error. */
  public void outboxGiveUp(long id, String error) {
    jdbi.useTransaction(sql -> tables.outbox().close(sql, id, error));
  }

  /** Reserves the sealed value for one reveal to the requester; audited. */
  public RevealResult reveal(PartId part, String user) {
    return jdbi.inTransaction(sql -> reveals.reveal(sql, part, user));
  }

  /** The value was shown: wipes it. */
  public void revealed(PartId part) {
    jdbi.useTransaction(sql -> reveals.revealed(sql, part));
  }

  /** The value could not be shown: it may be asked for again. */
  public void revealFailed(PartId part) {
    jdbi.useTransaction(sql -> reveals.failed(sql, part));
  }

  /** Notes that somebody wanted to decide or to see what they may not, and why they may not. */
  public void refused(String requestId, String actor, String what, String why) {
    Map<String, Object> detail = Details.of("what", what, "why", why);
    jdbi.useTransaction(
        sql -> tables.audit().append(sql, requestId, actor, AuditEvent.REFUSED, detail));
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
