// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.contract.FunctionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row of {@code request}, before its votes are put to it. */
record RequestRow(Request withoutVotes) {

  static RequestRow read(ResultSet row) throws SQLException {
    return new RequestRow(
        new Request(
            row.getString("id"),
            FunctionName.of(row.getString("function_name")).orElseThrow(),
            row.getString("parameters"),
            row.getString("parameters_sha256"),
            row.getString("requester"),
            row.getString("workspace"),
            text(row, "team"),
            text(row, "reason"),
            TermsJson.read(row.getString("terms")),
            State.valueOf(row.getString("state")),
            row.getInt("token"),
            Time.at(row, "created_at"),
            Time.at(row, "expires_at"),
            text(row, "resource_id"),
            text(row, "progress"),
            text(row, "failure"),
            row.getBoolean("adopted"),
            row.getString("sealed_value") != null,
            Time.maybeAt(row, "revealed_at"),
            List.of()));
  }

  String id() {
    return withoutVotes.id();
  }

  Request with(List<Vote> votes) {
    Request r = withoutVotes;
    Terms terms = r.terms();
    Instant created = r.createdAt();
    return new Request(
        r.id(),
        r.function(),
        r.parametersJson(),
        r.parametersSha256(),
        r.requester(),
        r.workspace(),
        r.team(),
        r.reason(),
        terms,
        r.state(),
        r.token(),
        created,
        r.expiresAt(),
        r.resourceId(),
        r.progress(),
        r.failure(),
        r.adopted(),
        r.sealedValueWaiting(),
        r.revealedAt(),
        votes);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
