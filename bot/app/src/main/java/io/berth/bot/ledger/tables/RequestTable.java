// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.approval.Ballot;
import io.berth.bot.approval.Vote;
import io.berth.bot.kind.Proposal;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Origin;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of {@code request}, read together with their parts and votes. */
public final class RequestTable {
  private static final String ALL = "SELECT * FROM request ";

  private final VoteTable votes;
  private final PartTable parts;

  RequestTable(VoteTable votes, PartTable parts) {
    this.votes = votes;
    this.parts = parts;
  }

  /** Inserts unless the dedupe key is taken; says whether it did. */
  public boolean insert(Handle sql, NewRequest request, State state, Instant now) {
    Origin origin = request.origin();
    return sql.createUpdate(
                "INSERT INTO request (id, parameters_sha256, requester, workspace, channel, team,"
                    + " reason, terms, state, attempts, dedupe_key, created_at, expires_at,"
                    + " approved_at) VALUES (:id, :sha256, :requester, :workspace, :channel,"
                    + " :team, :reason, :terms, :state, 0, :dedupe, :now, :expires, :approved)"
                    + " ON CONFLICT DO NOTHING")
            .bind("id", request.id())
            .bind("sha256", Proposal.sha256(request.parts()))
            .bind("requester", origin.requester())
            .bind("workspace", origin.workspace())
            .bind("channel", origin.channel())
            .bind("team", origin.team().orElse(null))
            .bind("reason", origin.reason().orElse(null))
            .bind("terms", TermsJson.write(request.terms()))
            .bind("state", state.name())
            .bind("dedupe", request.dedupeKey())
            .bind("now", now.toEpochMilli())
            .bind("expires", request.expiresAt().toEpochMilli())
            .bind("approved", state == State.APPROVED ? (Long) now.toEpochMilli() : null)
            .execute()
        == 1;
  }

  /** Takes the row lock that every change of a request goes through; false when there is no row. */
  public boolean lock(Handle sql, String id) {
    return sql.createQuery("SELECT id FROM request WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** The request of that id. */
  public Optional<Request> find(Handle sql, String id) {
    return one(sql, sql.createQuery(ALL + "WHERE id = :id").bind("id", id));
  }

  /** The locked row; for transactions that were handed an id from the ledger itself. */
  public Request locked(Handle sql, String id) {
    lock(sql, id);
    return find(sql, id).orElseThrow();
  }

  /** The request that was stored by this delivery. */
  public Optional<Request> byDedupeKey(Handle sql, String key) {
    return one(sql, sql.createQuery(ALL + "WHERE dedupe_key = :key").bind("key", key));
  }

  /** The newest requests, of one requester or of all, the newest first. */
  public List<Request> recent(Handle sql, Optional<String> requester, int limit) {
    // The bound column is named again so that H2 reads the index in order instead of sorting.
    String where =
        requester.isPresent() ? "WHERE requester = :requester ORDER BY requester, " : "ORDER BY ";
    Query query = sql.createQuery(ALL + where + "created_at DESC, id DESC LIMIT :limit");
    requester.ifPresent(who -> query.bind("requester", who));
    return read(sql, query.bind("limit", limit));
  }

  /** How many requests are in that state. */
  public long count(Handle sql, State state) {
    return sql.createQuery("SELECT COUNT(*) FROM request WHERE state = :state")
        .bind("state", state.name())
        .mapTo(Long.class)
        .one();
  }

  /** Compare-and-set on the state; says whether this caller made the move. */
  public boolean move(Handle sql, Request from, State to, Instant now) {
    return sql.createUpdate(
                "UPDATE request SET state = :to,"
                    + " approved_at = CASE WHEN :approved THEN :now ELSE approved_at END,"
                    + " finished_at = CASE WHEN :finished THEN :now ELSE finished_at END"
                    + " WHERE id = :id AND state = :from")
            .bind("to", to.name())
            .bind("approved", to == State.APPROVED)
            .bind("finished", to.terminal())
            .bind("now", now.toEpochMilli())
            .bind("id", from.id())
            .bind("from", from.state().name())
            .execute()
        == 1;
  }

  /** The number of the next attempt of any part of a locked request. */
  public int nextToken(Handle sql, String id) {
    sql.createUpdate("UPDATE request SET attempts = attempts + 1 WHERE id = :id")
        .bind("id", id)
        .execute();
    return attempts(sql, id);
  }

  /** How many attempts were made for all parts together. */
  public int attempts(Handle sql, String id) {
    return sql.createQuery("SELECT attempts FROM request WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  private Optional<Request> one(Handle sql, Query query) {
    return read(sql, query).stream().findFirst();
  }

  private List<Request> read(Handle sql, Query query) {
    List<Row> rows = query.map((row, context) -> Row.read(row)).list();
    List<String> ids = rows.stream().map(row -> row.id).toList();
    Map<String, List<Vote>> cast = votes.of(sql, ids);
    Map<String, List<Part>> asked = parts.of(sql, ids);
    return rows.stream()
        .map(
            row ->
                row.with(
                    cast.getOrDefault(row.id, List.of()), asked.getOrDefault(row.id, List.of())))
        .toList();
  }

  /** A row before votes and parts are put to it. */
  private record Row(
      String id, Origin origin, String sha256, String terms, Times times, State state) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString("id"),
          new Origin(
              row.getString("requester"),
              row.getString("workspace"),
              row.getString("channel"),
              Optional.ofNullable(row.getString("team")),
              Optional.ofNullable(row.getString("reason"))),
          row.getString("parameters_sha256"),
          row.getString("terms"),
          new Times(
              Time.at(row, "created_at"),
              Time.at(row, "expires_at"),
              Time.maybeAt(row, "approved_at")),
          State.valueOf(row.getString("state")));
    }

    Request with(List<Vote> votes, List<Part> parts) {
      Ballot ballot = new Ballot(TermsJson.read(terms), origin.requester(), votes);
      return new Request(id, origin, sha256, ballot, times, state, parts);
    }
  }
}
