// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code outbox} and {@code posted_message}. */
final class OutboxTable {
  private static final int ERROR_LENGTH = 500;

  /** Tells the requester and, when people decide about the request, its card. */
  void tell(Handle sql, Request request, String kind, Instant now) {
    tellCard(sql, request, kind, now);
    insert(sql, request, Audience.REQUESTER, kind, now);
  }

  void tellCard(Handle sql, Request request, String kind, Instant now) {
    if (request.terms().needed() > 0) {
      insert(sql, request, Audience.CARD, kind, now);
    }
  }

  void insert(Handle sql, Request request, Audience audience, String kind, Instant now) {
    sql.createUpdate(
            "INSERT INTO outbox (request_id, audience, kind, created_at, due_at, tries)"
                + " VALUES (:request, :audience, :kind, :now, :now, 0)")
        .bind("request", request.id())
        .bind("audience", audience.name())
        .bind("kind", kind)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Only the oldest open row per request and audience, so that news arrive in order. */
  List<OutboxRow> due(Handle sql, Instant now, int limit) {
    return sql.createQuery(
            "SELECT o.* FROM outbox o WHERE o.due_at <= :now AND NOT EXISTS (SELECT 1 FROM outbox"
                + " earlier WHERE earlier.request_id = o.request_id AND earlier.audience ="
                + " o.audience AND earlier.id < o.id AND earlier.due_at IS NOT NULL)"
                + " ORDER BY o.due_at, o.id LIMIT :limit")
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new OutboxRow(
                    row.getLong("id"),
                    row.getString("request_id"),
                    Audience.valueOf(row.getString("audience")),
                    row.getString("kind"),
                    row.getInt("tries")))
        .list();
  }

  void done(Handle sql, long id, Posted posted) {
    close(sql, id, null);
    sql.createUpdate(
            "INSERT INTO posted_message (request_id, audience, channel, ts)"
                + " SELECT request_id, audience, :channel, :ts FROM outbox WHERE id = :id"
                + " ON CONFLICT DO NOTHING")
        .bind("channel", posted.channel())
        .bind("ts", posted.ts())
        .bind("id", id)
        .execute();
    sql.createUpdate(
            "UPDATE posted_message SET channel = :channel, ts = :ts WHERE (request_id, audience) ="
                + " (SELECT request_id, audience FROM outbox WHERE id = :id)")
        .bind("channel", posted.channel())
        .bind("ts", posted.ts())
        .bind("id", id)
        .execute();
  }

  void close(Handle sql, long id, String error) {
    sql.createUpdate("UPDATE outbox SET due_at = NULL, last_error = :error WHERE id = :id")
        .bind("error", error == null ? null : cut(error))
        .bind("id", id)
        .execute();
  }

  void retry(Handle sql, long id, Instant nextTry, String error) {
    sql.createUpdate(
            "UPDATE outbox SET due_at = :next, tries = tries + 1, last_error = :error"
                + " WHERE id = :id AND due_at IS NOT NULL")
        .bind("next", nextTry.toEpochMilli())
        .bind("error", cut(error))
        .bind("id", id)
        .execute();
  }

  Optional<Posted> posted(Handle sql, String requestId, Audience audience) {
    return sql.createQuery(
            "SELECT channel, ts FROM posted_message"
                + " WHERE request_id = :request AND audience = :audience")
        .bind("request", requestId)
        .bind("audience", audience.name())
        .map((row, context) -> new Posted(row.getString("channel"), row.getString("ts")))
        .findOne();
  }

  private static String cut(String error) {
    return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
  }
}
