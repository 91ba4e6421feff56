// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code vote}: at most one per request and person. */
public final class VoteTable {

  /** Stores a vote, bound to what was voted on. */
  public void insert(Handle sql, Request request, Vote vote) {
    sql.createUpdate(
            "INSERT INTO vote (request_id, voter, ordinal, approves, reason, parameters_sha256,"
                + " cast_at) VALUES (:request, :voter, :ordinal, :approves, :reason, :sha256, :at)")
        .bind("request", request.id())
        .bind("voter", vote.voter())
        .bind("ordinal", request.votes().size() + 1)
        .bind("approves", vote.approves())
        .bind("reason", vote.reason().orElse(null))
        .bind("sha256", request.sha256())
        .bind("at", vote.at().toEpochMilli())
        .execute();
  }

  /**
   * Votes by request id, in the order they were cast. A vote on other parameters than the stored
   * ones does not count: whoever changes the request in the database voids its votes.
   */
  public Map<String, List<Vote>> of(Handle sql, List<String> requestIds) {
    Map<String, List<Vote>> votes = new HashMap<>();
    if (requestIds.isEmpty()) {
      return votes;
    }
    sql.createQuery(
            "SELECT v.* FROM vote v JOIN request r ON r.id = v.request_id"
                + " AND r.parameters_sha256 = v.parameters_sha256"
                + " WHERE v.request_id IN (<ids>) ORDER BY v.request_id, v.ordinal")
        .bindList("ids", requestIds)
        .map((row, context) -> Map.entry(row.getString("request_id"), read(row)))
        .forEach(
            entry ->
                votes
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return votes;
  }

  private static Vote read(ResultSet row) throws SQLException {
    return new Vote(
        row.getString("voter"),
        row.getBoolean("approves"),
        Optional.ofNullable(row.getString("reason")),
        Time.at(row, "cast_at"));
  }
}
