// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Vote;
import io.berth.contract.ApiRequest;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of {@code request}, read together with their votes. */
final class RequestTable {
  private static final String ALL = "SELECT * FROM request ";

  private final VoteTable votes;

  RequestTable(VoteTable votes) {
    this.votes = votes;
  }

  /** Inserts unless the dedupe key or the live name is taken; says whether it did. */
  boolean insert(Handle sql, NewRequest request, State state, Instant now) {
    ApiRequest parameters = request.ask().parameters();
    return sql.createUpdate(
                "INSERT INTO request (id, function_name, parameters, parameters_sha256, requester,"
                    + " workspace, channel, team, reason, terms, state, token, dedupe_key,"
                    + " live_name, created_at, expires_at, approved_at, adopted) VALUES (:id,"
                    + " :function, :parameters, :sha256, :requester, :workspace, :channel, :team,"
                    + " :reason, :terms, :state, 0, :dedupe, :name, :now, :expires, :approved,"
                    + " FALSE) ON CONFLICT DO NOTHING")
            .bind("id", request.id())
            .bind("function", parameters.function().wireName())
            .bind("parameters", Json.write(parameters.toJson()))
            .bind("sha256", parameters.sha256())
            .bind("requester", request.requester())
            .bind("workspace", request.workspace())
            .bind("channel", request.channel())
            .bind("team", request.ask().team().orElse(null))
            .bind("reason", request.ask().reason().orElse(null))
            .bind("terms", TermsJson.write(request.terms()))
            .bind("state", state.name())
            .bind("dedupe", request.dedupeKey())
            .bind("name", nameOf(parameters).orElse(null))
            .bind("now", now.toEpochMilli())
            .bind("expires", request.expiresAt().toEpochMilli())
            .bind("approved", state == State.APPROVED ? (Long) now.toEpochMilli() : null)
            .execute()
        == 1;
  }

  /** Takes the row lock that every change of a request goes through; false when there is no row. */
  boolean lock(Handle sql, String id) {
    return sql.createQuery("SELECT id FROM request WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  Optional<Request> find(Handle sql, String id) {
    return one(sql, sql.createQuery(ALL + "WHERE id = :id").bind("id", id));
  }

  /** The locked row; for transactions that were handed an id from the ledger itself. */
  Request locked(Handle sql, String id) {
    lock(sql, id);
    return find(sql, id).orElseThrow();
  }

  Optional<Request> byDedupeKey(Handle sql, String key) {
    return one(sql, sql.createQuery(ALL + "WHERE dedupe_key = :key").bind("key", key));
  }

  /** The live request that asks for the same registry name. */
  Optional<Request> byLiveName(Handle sql, ApiRequest parameters) {
    return nameOf(parameters)
        .flatMap(
            name -> one(sql, sql.createQuery(ALL + "WHERE live_name = :name").bind("name", name)));
  }

  List<Request> recent(Handle sql, Optional<String> requester, int limit) {
    // The bound column is named again so that H2 reads the index in order instead of sorting.
    String where =
        requester.isPresent() ? "WHERE requester = :requester ORDER BY requester, " : "ORDER BY ";
    Query query = sql.createQuery(ALL + where + "created_at DESC, id DESC LIMIT :limit");
    requester.ifPresent(who -> query.bind("requester", who));
    return read(sql, query.bind("limit", limit));
  }

  long count(Handle sql, State state) {
    return sql.createQuery("SELECT COUNT(*) FROM request WHERE state = :state")
        .bind("state", state.name())
        .mapTo(Long.class)
        .one();
  }

  /** Compare-and-set on state and token; says whether this caller made the move. */
  boolean move(Handle sql, Request from, State to, Instant now) {
    return sql.createUpdate(
                "UPDATE request SET state = :to,"
                    + " approved_at = CASE WHEN :approved THEN :now ELSE approved_at END,"
                    + " finished_at = CASE WHEN :finished THEN :now ELSE finished_at END,"
                    + " live_name = CASE WHEN :finished THEN NULL ELSE live_name END"
                    + " WHERE id = :id AND state = :from AND token = :token")
            .bind("to", to.name())
            .bind("approved", to == State.APPROVED)
            .bind("finished", to.terminal())
            .bind("now", now.toEpochMilli())
            .bind("id", from.id())
            .bind("from", from.state().name())
            .bind("token", from.token())
            .execute()
        == 1;
  }

  private Optional<Request> one(Handle sql, Query query) {
    return read(sql, query).stream().findFirst();
  }

  private List<Request> read(Handle sql, Query query) {
    List<RequestRow> rows = query.map((row, context) -> RequestRow.read(row)).list();
    Map<String, List<Vote>> cast = votes.of(sql, rows.stream().map(RequestRow::id).toList());
    return rows.stream().map(row -> row.with(cast.getOrDefault(row.id(), List.of()))).toList();
  }

  private static Optional<String> nameOf(ApiRequest parameters) {
    return parameters instanceof CreateInstance create
        ? Optional.of(create.registryName())
        : Optional.empty();
  }
}
