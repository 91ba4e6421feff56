// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.MarkLookup;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.contract.RequestMark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which codes a sweep may end. */
class SweepTest {
  private static final String OTHER = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @TempDir Path directory;
  private LedgerRoom room;
  private Request request;

  @BeforeEach
  void openWithTwoAttempts() {
    room = new LedgerRoom(directory);
    request = room.approved(LedgerRoom.code());
    for (int token = 1; token <= 2; token++) {
      room.ledger()
          .work()
          .claim(
              only(room.find(request.id())),
              "test",
              Duration.ofMinutes(1),
              r -> Optional.empty(),
              Map.of());
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static MarkLookup.Marked code(String id, String requestId, int token) {
    return new MarkLookup.Marked(id, Optional.of(new RequestMark(requestId, token)), true, 0);
  }

  private List<String> orphans() {
    List<MarkLookup.Marked> all =
        List.of(
            code("first", request.id(), 1),
            code("second", request.id(), 2),
            code("copy", request.id(), 2),
            code("third", request.id(), 3),
            code("other", OTHER, 1),
            new MarkLookup.Marked("unmarked", Optional.empty(), true, 0),
            new MarkLookup.Marked("off", Optional.of(new RequestMark(request.id(), 1)), false, 0));
    Part part = only(room.find(request.id()));
    List<Attempt> attempts = room.ledger().work().attempts(request.id());
    return Sweep.orphans(part, attempts, part.state().terminal(), all).stream()
        .map(MarkLookup.Marked::id)
        .toList();
  }

  @Test
  void whileItRunsOnlyOlderAttemptsAreOrphans() {
    // "All but the current one" could end the winner of a takeover that has just happened.
    assertThat(orphans()).containsExactly("first");
  }

  @Test
  void onceItIsDoneAllButTheRecordedCodeAre() {
    Created made = new Created("second", false, Optional.of("jwe"), "");
    room.ledger().work().succeeded(first(request), 2, made, List.of());
    assertThat(orphans()).containsExactly("first", "copy", "third");
  }

  @Test
  void onceItHasFailedAllAre() {
    Duration settle = Duration.ofMinutes(15);
    Look look = Look.nothing(room.clock.instant().plus(settle), settle);
    room.ledger().work().failed(first(request), 2, Optional.empty(), "No.", look, List.of());
    assertThat(orphans()).containsExactly("first", "second", "copy", "third");
  }
}
