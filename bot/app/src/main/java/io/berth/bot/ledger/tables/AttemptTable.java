// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.PartId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code attempt}. */
public final class AttemptTable {
  /**
   * Stores an attempt that is about to be sent.
   *
   * @param sha256 what its approval is bound to
   */
  public void insert(Handle sql, Attempt attempt, String sha256) {
    sql.createUpdate(
            "INSERT INTO attempt (request_id, part_number, token, parameters_sha256, signed_at,"
                + " state) VALUES (:id, :number, :token, :sha256, :signed, :state)")
        .bind("id", attempt.part().requestId())
        .bind("number", attempt.part().number())
        .bind("token", attempt.token())
        .bind("sha256", sha256)
        .bind("signed", attempt.signedAt().toEpochMilli())
        .bind("state", attempt.state().name())
        .execute();
  }

  /** Compare-and-set: only an attempt whose end is not known yet gets one. */
  public boolean end(Handle sql, String requestId, int token, AttemptOutcome outcome, Instant now) {
    return sql.createUpdate(
                "UPDATE attempt SET state = :state, code = :code, message = :message,"
                    + " cloud_request_id = :cloud, finished_at = :now"
                    + " WHERE request_id = :id AND token = :token AND state = 'SENDING'")
            .bind("state", outcome.state().name())
            .bind("code", outcome.code().orElse(null))
            .bind("message", outcome.message())
            .bind("cloud", outcome.cloudRequestId().orElse(null))
            .bind("now", now.toEpochMilli())
            .bind("id", requestId)
            .bind("token", token)
            .execute()
        == 1;
  }

  /** The attempts of one part, the oldest first. */
  public List<Attempt> of(Handle sql, PartId part) {
    return of(sql, part.requestId()).stream().filter(a -> a.part().equals(part)).toList();
  }

  /** The attempts of all parts of a request, the oldest first. */
  public List<Attempt> of(Handle sql, String requestId) {
    return sql.createQuery(
            "SELECT * FROM attempt WHERE request_id = :id ORDER BY request_id, token")
        .bind("id", requestId)
        .map((row, context) -> read(row))
        .list();
  }

  private static Attempt read(ResultSet row) throws SQLException {
    return new Attempt(
        new PartId(row.getString("request_id"), row.getInt("part_number")),
        row.getInt("token"),
        Time.at(row, "signed_at"),
        Attempt.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("code")),
        Optional.ofNullable(row.getString("message")),
        Optional.ofNullable(row.getString("cloud_request_id")));
  }
}
