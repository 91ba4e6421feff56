// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.AuditEvent;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.ledger.model.RevealResult.Why;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.tables.AuditTable;
import io.berth.bot.ledger.tables.Details;
import io.berth.bot.ledger.tables.Tables;
import io.berth.bot.ledger.tables.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Showing a sealed secret: to the requester, once. */
final class Reveals {
  /** A reveal that neither succeeded nor failed by then died with its process. */
  private static final Duration RESERVED = Duration.ofMinutes(1);

  private final Tables tables;
  private final Clock clock;

  Reveals(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  RevealResult reveal(Handle sql, PartId id, String user) {
    Optional<Request> request =
        tables.requests().lock(sql, id.requestId())
            ? tables.requests().find(sql, id.requestId())
            : Optional.empty();
    Optional<Part> part = request.flatMap(r -> r.part(id.number()));
    if (part.isEmpty()) {
      return new RevealResult.Refused(Why.NO_SUCH_PART);
    }
    Optional<Why> refusal = refusal(request.get(), part.get(), user);
    return refusal.isPresent()
        ? new RevealResult.Refused(refusal.get())
        : reserve(sql, part.get(), user);
  }

  private static Optional<Why> refusal(Request request, Part part, String user) {
    if (!request.requester().equals(user)) {
      return Optional.of(Why.NOT_YOURS);
    } else if (part.revealedAt().isPresent()) {
      return Optional.of(Why.SHOWN_BEFORE);
    } else if (part.secretWaiting()) {
      return Optional.empty();
    }
    boolean had = part.state() == PartState.SUCCEEDED && part.kind().handover().isPresent();
    return Optional.of(had ? Why.EXPIRED : Why.NONE);
  }

  private RevealResult reserve(Handle sql, Part part, String user) {
    Instant now = Time.now(clock);
    if (!tables.parts().reserve(sql, part.id(), now, now.minus(RESERVED))) {
      return new RevealResult.Refused(Why.BEING_SHOWN);
    }
    audit(sql, part.id(), user, AuditEvent.REVEAL_STARTED);
    return new RevealResult.Sealed(tables.parts().sealedValue(sql, part.id()), part);
  }

  void revealed(Handle sql, PartId id) {
    Request request = tables.requests().locked(sql, id.requestId());
    if (tables.parts().wipe(sql, id, Optional.of(Time.now(clock)))) {
      tables.tasks().remove(sql, id, Task.Job.WIPE);
      tables.outbox().insert(sql, request, Audience.REQUESTER, News.REVEALED, Time.now(clock));
      audit(sql, id, request.requester(), AuditEvent.REVEALED);
    }
  }

  void failed(Handle sql, PartId id) {
    Request request = tables.requests().locked(sql, id.requestId());
    tables.parts().release(sql, id);
    audit(sql, id, request.requester(), AuditEvent.REVEAL_FAILED);
  }

  /** Forgets a value that is worth nothing any more. */
  void wipe(Handle sql, PartId id) {
    tables.requests().lock(sql, id.requestId());
    boolean wiped = tables.parts().wipe(sql, id, Optional.empty());
    tables.tasks().remove(sql, id, Task.Job.WIPE);
    if (wiped) {
      tables
          .audit()
          .append(
              sql,
              id.requestId(),
              AuditTable.BERTH,
              AuditEvent.WIPED,
              Details.of("part", id.number(), "why", "expired"));
    }
  }

  private void audit(Handle sql, PartId id, String user, AuditEvent event) {
    tables.audit().append(sql, id.requestId(), user, event, Details.of("part", id.number()));
  }
}
