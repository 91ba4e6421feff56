// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code outbox} and {@code posted_message}. */
public final class OutboxTable {
  private static final int ERROR_LENGTH = 500;

  /** Tells the requester and, when people decide about the request, its card. */
  public void tell(Handle sql, Request request, News news, Instant now) {
    tellCard(sql, request, news, now);
    insert(sql, request, Audience.REQUESTER, news, now);
  }

  /** Changes the card, when people decide about the request. */
  public void tellCard(Handle sql, Request request, News news, Instant now) {
    if (request.terms().needsApproval()) {
      insert(sql, request, Audience.CARD, news, now);
    }
  }

  /** Tells one audience now. */
  public void insert(Handle sql, Request request, Audience audience, News news, Instant now) {
    insert(sql, request, audience, news, now, now);
  }

  /** Tells one audience from {@code due} on. */
  public void insert(
      Handle sql, Request request, Audience audience, News news, Instant now, Instant due) {
    sql.createUpdate(
            "INSERT INTO outbox (request_id, audience, kind, created_at, due_at, tries)"
                + " VALUES (:request, :audience, :kind, :now, :due, 0)")
        .bind("request", request.id())
        .bind("audience", audience.name())
        .bind("kind", news.word())
        .bind("now", now.toEpochMilli())
        .bind("due", due.toEpochMilli())
        .execute();
  }

  /** Only the oldest open row per request and audience, so that news arrive in order. */
  public List<OutboxRow> due(Handle sql, Instant now, int limit) {
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
                    News.of(row.getString("kind")),
                    row.getInt("tries")))
        .list();
  }

  /** Posted: closes the row and remembers the message. */
  public void done(Handle sql, long id, Posted posted) {
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

  /** Closes the row. */
  public void close(Handle sql, long id, @Nullable String error) {
    sql.createUpdate("UPDATE outbox SET due_at = NULL, last_error = :error WHERE id = :id")
        .bind("error", error == null ? null : cut(error))
        .bind("id", id)
        .execute();
  }

  /** Puts the row off and counts this try: once, however often this is said of it. */
  public void retry(Handle sql, OutboxRow row, Instant nextTry, String error) {
    sql.createUpdate(
            "UPDATE outbox SET due_at = :next, tries = :tries, last_error = :error"
                + " WHERE id = :id AND due_at IS NOT NULL")
        .bind("next", nextTry.toEpochMilli())
        .bind("tries", row.tries() + 1)
        .bind("error", cut(error))
        .bind("id", row.id())
        .execute();
  }

  /** The message that tells this audience, once there is one. */
  public Optional<Posted> posted(Handle sql, String requestId, Audience audience) {
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
