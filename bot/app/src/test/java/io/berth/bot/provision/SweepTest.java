// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.Made;
import io.berth.bot.ledger.Request;
import io.berth.contract.RequestMark;
import io.berth.contract.tat.DescribeRegisterCodes.RegisterCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
          .claim(room.find(request.id()), "test", Duration.ofMinutes(1), r -> Optional.empty());
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static RegisterCode code(String id, String requestId, int token) {
    return new RegisterCode(id, new RequestMark(requestId, token).toString(), true, 0);
  }

  private List<String> orphans() {
    List<RegisterCode> all =
        List.of(
            code("first", request.id(), 1),
            code("second", request.id(), 2),
            code("copy", request.id(), 2),
            code("third", request.id(), 3),
            code("other", OTHER, 1),
            new RegisterCode("unmarked", "", true, 0),
            new RegisterCode("off", new RequestMark(request.id(), 1).toString(), false, 0));
    return Sweep.orphans(room.find(request.id()), all).stream()
        .map(RegisterCode::registerCodeId)
        .toList();
  }

  @Test
  void whileItRunsOnlyOlderAttemptsAreOrphans() {
    // "All but the current one" could end the winner of a takeover that has just happened.
    assertThat(orphans()).containsExactly("first");
  }

  @Test
  void onceItIsDoneAllButTheRecordedCodeAre() {
    Made made = new Made("second", false, Optional.of("jwe"), "");
    room.ledger().work().succeeded(request.id(), 2, made, List.of());
    assertThat(orphans()).containsExactly("first", "copy", "third");
  }

  @Test
  void onceItHasFailedAllAre() {
    room.ledger()
        .work()
        .gaveUp(
            request.id(), 2, Optional.empty(), io.berth.bot.ledger.State.FAILED, "No.", List.of());
    assertThat(orphans()).containsExactly("first", "second", "copy", "third");
  }
}
