// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Showing a register code's sealed value: to the requester, once. */
final class Reveals {
  /** A reveal that neither succeeded nor failed by then died with its process. */
  private static final Duration RESERVED = Duration.ofMinutes(1);

  private final Tables tables;
  private final Clock clock;

  Reveals(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  RevealResult reveal(Handle sql, String id, String user) {
    if (!tables.requests().lock(sql, id)) {
      return new RevealResult.Refused("There is no request " + id + ".");
    }
    Request request = tables.requests().locked(sql, id);
    return refusal(request, user)
        .<RevealResult>map(RevealResult.Refused::new)
        .orElseGet(() -> reserve(sql, request));
  }

  void revealed(Handle sql, String id) {
    Request request = tables.requests().locked(sql, id);
    int rows =
        sql.createUpdate(
                "UPDATE request SET sealed_value = NULL, revealed_at = :now"
                    + " WHERE id = :id AND sealed_value IS NOT NULL")
            .bind("now", Time.now(clock).toEpochMilli())
            .bind("id", id)
            .execute();
    if (rows == 1) {
      tables.tasks().remove(sql, id, Task.Kind.WIPE);
      tables.outbox().insert(sql, request, Audience.REQUESTER, "revealed", Time.now(clock));
      tables.audit().append(sql, id, request.requester(), "revealed", Map.of());
    }
  }

  void failed(Handle sql, String id) {
    Request request = tables.requests().locked(sql, id);
    sql.createUpdate("UPDATE request SET reveal_started_at = NULL WHERE id = :id")
        .bind("id", id)
        .execute();
    tables.audit().append(sql, id, request.requester(), "reveal-failed", Map.of());
  }

  /** Forgets a value that can no longer be used. */
  void wipe(Handle sql, String id) {
    tables.requests().lock(sql, id);
    int rows =
        sql.createUpdate(
                "UPDATE request SET sealed_value = NULL"
                    + " WHERE id = :id AND sealed_value IS NOT NULL")
            .bind("id", id)
            .execute();
    tables.tasks().remove(sql, id, Task.Kind.WIPE);
    if (rows == 1) {
      tables.audit().append(sql, id, AuditTable.BERTH, "wiped", Map.of("why", "code expired"));
    }
  }

  private static Optional<String> refusal(Request request, String user) {
    if (!request.requester().equals(user)) {
      return Optional.of("Only the person who asked for this register code can see it.");
    }
    if (request.revealedAt().isPresent()) {
      return Optional.of(
          "This register code was shown already, and is shown only once; ask for another one.");
    }
    if (!request.sealedValueWaiting()) {
      return Optional.of(
          request.state() == State.SUCCEEDED
              ? "This register code has expired; ask for another one."
              : "Request " + request.id() + " has no register code to show.");
    }
    return Optional.empty();
  }

  private RevealResult reserve(Handle sql, Request request) {
    Instant now = Time.now(clock);
    int rows =
        sql.createUpdate(
                "UPDATE request SET reveal_started_at = :now WHERE id = :id AND sealed_value IS NOT"
                    + " NULL AND (reveal_started_at IS NULL OR reveal_started_at <= :stale)")
            .bind("now", now.toEpochMilli())
            .bind("stale", now.minus(RESERVED).toEpochMilli())
            .bind("id", request.id())
            .execute();
    if (rows == 0) {
      return new RevealResult.Refused(
          "This register code is being shown to you right now; try again in a minute if it did not"
              + " appear.");
    }
    tables.audit().append(sql, request.id(), request.requester(), "reveal-started", Map.of());
    return new RevealResult.Sealed(sealedValue(sql, request.id()), request);
  }

  private static String sealedValue(Handle sql, String id) {
    return sql.createQuery("SELECT sealed_value FROM request WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }
}
