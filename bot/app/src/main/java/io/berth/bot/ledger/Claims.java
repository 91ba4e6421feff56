// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.contract.ApiRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Starting attempts: what was approved is compared with what would run in the same transaction that
 * stores the attempt, so nothing can change in between.
 */
final class Claims {
  /** The mark in a register code's description has room for two digits. */
  private static final int MOST_ATTEMPTS = 99;

  private final Tables tables;
  private final Clock clock;

  Claims(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  Claim claim(
      Handle sql,
      Request seen,
      String owner,
      Duration lease,
      Function<Request, Optional<String>> objection) {
    Request request = tables.requests().locked(sql, seen.id());
    boolean same = request.state() == seen.state() && request.token() == seen.token();
    if (!same || !Execution.mayRun(request)) {
      return new Claim.Gone();
    }
    Instant approvedUntil = approvedUntil(sql, request);
    Optional<String> withheld =
        notAsApproved(request, approvedUntil).or(() -> objection.apply(request));
    if (withheld.isPresent()) {
      return new Claim.Withheld(withheld.get());
    }
    Attempt attempt = start(sql, request, owner, lease);
    return new Claim.Claimed(tables.requests().locked(sql, seen.id()), attempt, approvedUntil);
  }

  private Attempt start(Handle sql, Request request, String owner, Duration lease) {
    Instant now = Time.now(clock);
    int token = request.token() + 1;
    Attempt attempt =
        new Attempt(
            request.id(),
            token,
            now.truncatedTo(ChronoUnit.SECONDS),
            Attempt.State.SENDING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    int rows =
        sql.createUpdate(
                "UPDATE request SET state = 'EXECUTING', token = :next, owner = :owner"
                    + " WHERE id = :id AND state = :from AND token = :token")
            .bind("next", token)
            .bind("owner", owner)
            .bind("id", request.id())
            .bind("from", request.state().name())
            .bind("token", request.token())
            .execute();
    if (rows != 1) {
      throw new IllegalStateException("request " + request.id() + " moved under its lock");
    }
    tables.attempts().insert(sql, request, attempt);
    tables.tasks().put(sql, request.id(), Task.Kind.EXECUTE, 0, now.plus(lease));
    tables
        .audit()
        .append(
            sql,
            request.id(),
            AuditTable.BERTH,
            "attempt",
            Details.of(
                "token",
                token,
                "owner",
                owner,
                "signedAt",
                attempt.signedAt().toString(),
                "parametersSha256",
                request.parametersSha256()));
    return attempt;
  }

  private Optional<String> notAsApproved(Request request, Instant approvedUntil) {
    String hash = ApiRequest.sha256(request.function(), request.parametersJson());
    if (!hash.equals(request.parametersSha256())) {
      return Optional.of(
          "The stored parameters are not the ones that were approved; nothing was sent. Tell"
              + " whoever runs Berth, and ask again.");
    }
    if (request.token() >= MOST_ATTEMPTS) {
      return Optional.of("It was tried " + MOST_ATTEMPTS + " times; ask again later.");
    }
    return Time.now(clock).isBefore(approvedUntil)
        ? Optional.empty()
        : Optional.of("Its approval ended at " + approvedUntil + " before it ran; ask again.");
  }

  /** An approval, once given, is valid as long as the request was open for votes. */
  private static Instant approvedUntil(Handle sql, Request request) {
    Instant approvedAt =
        sql.createQuery("SELECT approved_at FROM request WHERE id = :id")
            .bind("id", request.id())
            .map((row, context) -> Time.maybeAt(row, "approved_at"))
            .one()
            .orElseThrow();
    return approvedAt.plus(Duration.between(request.createdAt(), request.expiresAt()));
  }
}
