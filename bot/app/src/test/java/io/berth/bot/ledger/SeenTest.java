// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenTest {
  private static final Duration KEEP = Duration.ofMinutes(10);

  @TempDir Path directory;
  private LedgerRoom room;

  @BeforeEach
  void open() {
    room = new LedgerRoom(directory);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void seesAKeyOnceAlsoAfterARestart() {
    assertThat(room.ledger().firstSight("slack:abc", KEEP)).isTrue();
    assertThat(room.ledger().firstSight("slack:abc", KEEP)).isFalse();
    assertThat(room.reopen().firstSight("slack:abc", KEEP)).isFalse();
    assertThat(room.ledger().firstSight("slack:abd", KEEP)).isTrue();
  }

  @Test
  void forgetsItAfterItsTime() {
    room.ledger().firstSight("slack:abc", KEEP);
    room.clock.advance(KEEP.minusMillis(1));
    assertThat(room.ledger().firstSight("slack:abc", KEEP)).isFalse();
    assertThat(room.ledger().work().forgetOld()).isZero();

    room.clock.advance(Duration.ofMillis(1));

    assertThat(room.ledger().firstSight("slack:abc", KEEP)).isTrue();
    room.clock.advance(KEEP);
    assertThat(room.ledger().work().forgetOld()).isEqualTo(1);
  }

  @Test
  void isSeenFirstByOneOfFifty() throws Exception {
    List<Boolean> first = Race.of(50, i -> room.ledger().firstSight("slack:abc", KEEP));
    assertThat(first).filteredOn(f -> f).hasSize(1);
  }

  @Test
  void readsANoteWhileItIsKeptAndLeavesNoneBehind() {
    assertThat(room.ledger().remembered("webhook:ci:1")).isEmpty();
    room.ledger().remember("webhook:ci:1", "hash-a", KEEP);
    room.clock.advance(KEEP.minusMillis(1));
    assertThat(room.ledger().remembered("webhook:ci:1")).contains("hash-a");
    room.clock.advance(Duration.ofMillis(1));
    assertThat(room.ledger().remembered("webhook:ci:1")).isEmpty();
  }

  @Test
  void keepsTheFirstNote() {
    assertThat(room.ledger().remember("webhook:ci:1", "hash-a", KEEP)).isEmpty();
    assertThat(room.ledger().remember("webhook:ci:1", "hash-b", KEEP)).contains("hash-a");
    assertThat(room.ledger().remember("webhook:ci:1", "hash-a", KEEP)).contains("hash-a");
  }
}
