// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The append-only hash chain. Appending locks the head row, so the chain has one order; callers
 * lock the request's row first, so that no two of them wait for each other.
 */
public final class AuditTable {
  /** The actor of what nobody did by hand. */
  public static final String BERTH = "berth";

  private static final String FIRST_HASH = "0".repeat(64);
  private static final int PAGE = 1000;

  private final Clock clock;

  AuditTable(Clock clock) {
    this.clock = clock;
  }

  /** Appends a row; what it tells is never a secret. */
  public void append(
      Handle sql, String requestId, String actor, AuditEvent event, Map<String, Object> detail) {
    Head head = lockHead(sql);
    AuditRow row =
        chained(head, Time.now(clock), requestId, actor, event.word(), Json.write(detail));
    sql.createUpdate(
            "INSERT INTO audit (seq, at, request_id, actor, event, detail, previous_hash, hash)"
                + " VALUES (:seq, :at, :request, :actor, :event, :detail, :previous, :hash)")
        .bind("seq", row.seq())
        .bind("at", row.at().toEpochMilli())
        .bind("request", row.requestId())
        .bind("actor", row.actor())
        .bind("event", row.event())
        .bind("detail", row.detail())
        .bind("previous", row.previousHash())
        .bind("hash", row.hash())
        .execute();
    sql.createUpdate("UPDATE audit_head SET seq = :seq, hash = :hash WHERE id = 1")
        .bind("seq", row.seq())
        .bind("hash", row.hash())
        .execute();
  }

  /** Rows behind that number, the oldest first. */
  public List<AuditRow> after(Handle sql, long seq, int limit) {
    return sql.createQuery("SELECT * FROM audit WHERE seq > :seq ORDER BY seq LIMIT :limit")
        .bind("seq", seq)
        .bind("limit", limit)
        .map((row, context) -> row(row))
        .list();
  }

  /** The rows of one request, the oldest first. */
  public List<AuditRow> of(Handle sql, String requestId) {
    return sql.createQuery("SELECT * FROM audit WHERE request_id = :id ORDER BY request_id, seq")
        .bind("id", requestId)
        .map((row, context) -> row(row))
        .list();
  }

  /**
   * The first row that was changed, moved or whose predecessor is gone; when only the end of the
   * chain is gone, the number of the first missing row. Run it in one transaction.
   */
  public Optional<Long> firstBroken(Handle sql) {
    Head head = lockHead(sql);
    Head expected = new Head(0, FIRST_HASH);
    while (true) {
      List<AuditRow> page = after(sql, expected.seq(), PAGE);
      for (AuditRow row : page) {
        if (!row.equals(next(expected, row))) {
          return Optional.of(row.seq());
        }
        expected = new Head(row.seq(), row.hash());
      }
      if (page.size() < PAGE) {
        return expected.equals(head) ? Optional.empty() : Optional.of(expected.seq() + 1);
      }
    }
  }

  private static AuditRow next(Head previous, AuditRow row) {
    return chained(previous, row.at(), row.requestId(), row.actor(), row.event(), row.detail());
  }

  private static AuditRow chained(
      Head previous, Instant at, String requestId, String actor, String event, String detail) {
    long seq = previous.seq() + 1;
    Map<String, Object> canonical = new LinkedHashMap<>();
    canonical.put("seq", seq);
    canonical.put("at", at.toEpochMilli());
    canonical.put("request", requestId);
    canonical.put("actor", actor);
    canonical.put("event", event);
    canonical.put("detail", detail);
    canonical.put("previous", previous.hash());
    String hash = Digests.sha256Hex(Json.writeBytes(canonical));
    return new AuditRow(seq, at, requestId, actor, event, detail, previous.hash(), hash);
  }

  private static Head lockHead(Handle sql) {
    return sql.createQuery("SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE")
        .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
        .one();
  }

  private static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong("seq"),
        Time.at(row, "at"),
        row.getString("request_id"),
        row.getString("actor"),
        row.getString("event"),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private record Head(long seq, String hash) {}
}
