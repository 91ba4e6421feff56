// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.contract.FunctionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code part}. Whoever changes one holds the lock of its request. */
public final class PartTable {
  private static final String WHERE = " WHERE request_id = :id AND part_number = :number";

  /** Inserts unless a live part of any request asks for the same; says whether it did. */
  public boolean insert(Handle sql, PartId id, Spec spec, PartState state) {
    return bound(
                sql,
                id,
                "INSERT INTO part (request_id, part_number, function_name, parameters, state,"
                    + " token, live_key, adopted) VALUES (:id, :number, :function, :parameters,"
                    + " :state, 0, :key, FALSE) ON CONFLICT DO NOTHING")
            .bind("function", spec.kind().function().wireName())
            .bind("parameters", spec.parameters().write())
            .bind("state", state.name())
            .bind("key", liveKey(spec).orElse(null))
            .execute()
        == 1;
  }

  /** The live part that asks for the same thing. */
  public Optional<PartId> asking(Handle sql, Spec spec) {
    return liveKey(spec)
        .flatMap(
            key ->
                sql.createQuery("SELECT request_id, part_number FROM part WHERE live_key = :key")
                    .bind("key", key)
                    .map((row, context) -> id(row))
                    .findOne());
  }

  private static Optional<String> liveKey(Spec spec) {
    return spec.naturalKey().map(key -> spec.kind().word() + " " + key);
  }

  /** Parts by the ids of their requests, by their numbers. */
  public Map<String, List<Part>> of(Handle sql, List<String> requestIds) {
    Map<String, List<Part>> parts = new HashMap<>();
    if (requestIds.isEmpty()) {
      return parts;
    }
    sql.createQuery(
            "SELECT * FROM part WHERE request_id IN (<ids>) ORDER BY request_id, part_number")
        .bindList("ids", requestIds)
        .map((row, context) -> read(row))
        .forEach(
            part ->
                parts.computeIfAbsent(part.id().requestId(), id -> new ArrayList<>()).add(part));
    return parts;
  }

  /** Compare-and-set on state and token; says whether this caller made the move. */
  public boolean move(Handle sql, Part from, PartState to) {
    return bound(
                sql,
                from.id(),
                "UPDATE part SET state = :to,"
                    + " live_key = CASE WHEN :finished THEN NULL ELSE live_key END"
                    + WHERE
                    + " AND state = :from AND token = :token")
            .bind("to", to.name())
            .bind("finished", to.terminal())
            .bind("from", from.state().name())
            .bind("token", from.token())
            .execute()
        == 1;
  }

  /** Compare-and-set to EXECUTING with the next token and the parameters of the call. */
  public boolean begin(Handle sql, Part from, int token, Parameters call, String owner) {
    return bound(
                sql,
                from.id(),
                "UPDATE part SET state = 'EXECUTING', token = :next, owner = :owner,"
                    + " call_parameters = :call"
                    + WHERE
                    + " AND state = :from AND token = :token")
            .bind("next", token)
            .bind("owner", owner)
            .bind("call", call.write())
            .bind("from", from.state().name())
            .bind("token", from.token())
            .execute()
        == 1;
  }

  /** What it led to. */
  public void created(Handle sql, PartId id, Created created) {
    bound(
            sql,
            id,
            "UPDATE part SET resource_id = :resource, adopted = :adopted, sealed_value = :sealed"
                + WHERE)
        .bind("resource", created.resourceId())
        .bind("adopted", created.adopted())
        .bind("sealed", created.sealedValue().orElse(null))
        .execute();
  }

  /** Why it does not exist, or cannot be settled. */
  public void failed(Handle sql, PartId id, String sentence) {
    bound(sql, id, "UPDATE part SET failure = :sentence" + WHERE)
        .bind("sentence", sentence)
        .execute();
  }

  /** Why no further attempt is made. */
  public void stopped(Handle sql, PartId id, String sentence) {
    bound(sql, id, "UPDATE part SET stopped = :sentence" + WHERE)
        .bind("sentence", sentence)
        .execute();
  }

  /** Its status in the cloud. */
  public void progressed(Handle sql, PartId id, String status) {
    bound(sql, id, "UPDATE part SET progress = :status" + WHERE).bind("status", status).execute();
  }

  /** Reserves the sealed value for one reveal, unless another has it since {@code stale}. */
  public boolean reserve(Handle sql, PartId id, Instant now, Instant stale) {
    return bound(
                sql,
                id,
                "UPDATE part SET reveal_started_at = :now"
                    + WHERE
                    + " AND sealed_value IS NOT NULL"
                    + " AND (reveal_started_at IS NULL OR reveal_started_at <= :stale)")
            .bind("now", now.toEpochMilli())
            .bind("stale", stale.toEpochMilli())
            .execute()
        == 1;
  }

  /** The reserved value may be asked for again. */
  public void release(Handle sql, PartId id) {
    bound(sql, id, "UPDATE part SET reveal_started_at = NULL" + WHERE).execute();
  }

  /** The sealed value. */
  public String sealedValue(Handle sql, PartId id) {
    return sql.createQuery("SELECT sealed_value FROM part" + WHERE)
        .bind("id", id.requestId())
        .bind("number", id.number())
        .mapTo(String.class)
        .one();
  }

  /**
   * Forgets the sealed value; says whether there was one.
   *
   * @param revealedAt when it was shown; nothing when nobody saw it
   */
  public boolean wipe(Handle sql, PartId id, Optional<Instant> revealedAt) {
    return bound(
                sql,
                id,
                "UPDATE part SET sealed_value = NULL, revealed_at = :revealed"
                    + WHERE
                    + " AND sealed_value IS NOT NULL")
            .bind("revealed", revealedAt.map(Instant::toEpochMilli).orElse(null))
            .execute()
        == 1;
  }

  private static Update bound(Handle sql, PartId id, String statement) {
    return sql.createUpdate(statement).bind("id", id.requestId()).bind("number", id.number());
  }

  private static PartId id(ResultSet row) throws SQLException {
    return new PartId(row.getString("request_id"), row.getInt("part_number"));
  }

  private static Part read(ResultSet row) throws SQLException {
    return new Part(
        id(row),
        spec(row.getString("function_name"), row.getString("parameters")),
        text(row, "call_parameters").map(Parameters::read),
        PartState.valueOf(row.getString("state")),
        row.getInt("token"),
        resource(row),
        text(row, "stopped"),
        text(row, "failure"));
  }

  private static Spec spec(String function, String parameters) {
    return new Spec(
        FunctionName.of(function).flatMap(Kinds::of).orElseThrow(), Parameters.read(parameters));
  }

  private static Optional<Part.Resource> resource(ResultSet row) throws SQLException {
    Optional<String> id = text(row, "resource_id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Part.Resource(
            id.get(),
            row.getBoolean("adopted"),
            text(row, "progress"),
            new Part.SealedSecret(
                row.getString("sealed_value") != null, Time.maybeAt(row, "revealed_at"))));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
