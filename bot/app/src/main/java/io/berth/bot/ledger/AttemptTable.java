// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code attempt}. */
final class AttemptTable {

  void insert(Handle sql, Request request, Attempt attempt) {
    sql.createUpdate(
            "INSERT INTO attempt (request_id, token, parameters_sha256, signed_at, state)"
                + " VALUES (:id, :token, :sha256, :signed, :state)")
        .bind("id", attempt.requestId())
        .bind("token", attempt.token())
        .bind("sha256", request.parametersSha256())
        .bind("signed", attempt.signedAt().toEpochMilli())
        .bind("state", attempt.state().name())
        .execute();
  }

  /** Compare-and-set: only an attempt whose end is not known yet gets one. */
  boolean end(Handle sql, String requestId, int token, Ending ending, Instant now) {
    return sql.createUpdate(
                "UPDATE attempt SET state = :state, code = :code, message = :message,"
                    + " cloud_request_id = :cloud, finished_at = :now"
                    + " WHERE request_id = :id AND token = :token AND state = 'SENDING'")
            .bind("state", ending.state().name())
            .bind("code", ending.code().orElse(null))
            .bind("message", ending.message())
            .bind("cloud", ending.cloudRequestId().orElse(null))
            .bind("now", now.toEpochMilli())
            .bind("id", requestId)
            .bind("token", token)
            .execute()
        == 1;
  }

  List<Attempt> of(Handle sql, String requestId) {
    return sql.createQuery(
            "SELECT * FROM attempt WHERE request_id = :id ORDER BY request_id, token")
        .bind("id", requestId)
        .map((row, context) -> read(row))
        .list();
  }

  private static Attempt read(ResultSet row) throws SQLException {
    return new Attempt(
        row.getString("request_id"),
        row.getInt("token"),
        Time.at(row, "signed_at"),
        Attempt.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("code")),
        Optional.ofNullable(row.getString("message")),
        Optional.ofNullable(row.getString("cloud_request_id")));
  }
}
