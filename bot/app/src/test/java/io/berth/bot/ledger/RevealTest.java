// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.AuditRow;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealTest {
  private static final String JWE = "eyJh..iv.text.tag";

  @TempDir Path directory;
  private LedgerRoom room;
  private Request request;

  @BeforeEach
  void openWithACode() {
    room = new LedgerRoom(directory);
    request = room.approved(code());
    Duration lease = Duration.ofMinutes(1);
    room.ledger().work().claim(only(request), "test", lease, r -> Optional.empty(), Map.of());
    Created made = new Created("code-1", false, Optional.of(JWE), "tc-1");
    assertThat(room.ledger().work().succeeded(first(request), 1, made, List.of())).isTrue();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private RevealResult reveal(String user) {
    return room.ledger().reveal(first(request), user);
  }

  @Test
  void showsTheValueToTheRequesterOnce() {
    assertThat(reveal("U0ALICE"))
        .isEqualTo(new RevealResult.Sealed(JWE, only(room.find(request.id()))));
    room.ledger().revealed(first(request));

    assertThat(reveal("U0ALICE"))
        .isEqualTo(new RevealResult.Refused(RevealResult.Why.SHOWN_BEFORE));
    assertThat(only(room.find(request.id())).secretWaiting()).isFalse();
    assertThat(only(room.find(request.id())).revealedAt()).contains(room.clock.instant());
  }

  @Test
  void showsItToNobodyElse() {
    for (String other : List.of("U0BOB", "U0CAROL", "", "u0alice")) {
      assertThat(reveal(other)).isEqualTo(new RevealResult.Refused(RevealResult.Why.NOT_YOURS));
    }
  }

  @Test
  void oneOfFiftyClicksShowsIt() throws Exception {
    List<RevealResult> results = Race.of(50, i -> reveal("U0ALICE"));

    assertThat(results).filteredOn(RevealResult.Sealed.class::isInstance).hasSize(1);
  }

  @Test
  void canBeAskedForAgainWhenItCouldNotBeShown() {
    reveal("U0ALICE");
    room.ledger().revealFailed(first(request));

    assertThat(reveal("U0ALICE")).isInstanceOf(RevealResult.Sealed.class);
  }

  @Test
  void canBeAskedForAgainWhenTheProcessDiedOverIt() {
    reveal("U0ALICE");
    assertThat(reveal("U0ALICE")).isInstanceOf(RevealResult.Refused.class);

    room.clock.advance(Duration.ofMinutes(1));

    assertThat(reveal("U0ALICE")).isInstanceOf(RevealResult.Sealed.class);
  }

  @Test
  void everyRevealIsAudited() {
    reveal("U0ALICE");
    room.ledger().revealFailed(first(request));
    reveal("U0ALICE");
    room.ledger().revealed(first(request));
    room.ledger().revealed(first(request));

    assertThat(room.ledger().audit(request.id()))
        .extracting(AuditRow::event)
        .endsWith("reveal-started", "reveal-failed", "reveal-started", "revealed");
  }

  @Test
  void saysWhatThereIsNotToShow() {
    Request other = room.stored(registry("payments"));

    assertThat(room.ledger().reveal(first(other), "U0ALICE"))
        .isEqualTo(new RevealResult.Refused(RevealResult.Why.NONE));
    assertThat(room.ledger().reveal(new PartId("01ARZ3NDEKTSV4RRFFQ69G5FAV", 1), "U0ALICE"))
        .isEqualTo(new RevealResult.Refused(RevealResult.Why.NO_SUCH_PART));
  }

  @Test
  void noTextOfItShowsTheSealedValue() {
    assertThat(reveal("U0ALICE").toString()).doesNotContain(JWE);
    assertThat(room.find(request.id()).toString()).doesNotContain(JWE);
    assertThat(new Created("code-1", true, Optional.of(JWE), "").toString()).doesNotContain(JWE);
    assertThat(room.ledger().audit(0, 100)).noneMatch(row -> row.detail().contains(JWE));
  }
}
