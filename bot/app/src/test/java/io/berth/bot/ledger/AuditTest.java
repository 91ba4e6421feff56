// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.AuditRow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  @TempDir Path directory;
  private LedgerRoom room;

  @BeforeEach
  void openWithSixRows() {
    room = new LedgerRoom(directory);
    for (int i = 0; i < 3; i++) {
      room.approved(code());
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void everyRowNamesTheOneBeforeIt() {
    List<AuditRow> rows = room.ledger().audit(0, 100);

    assertThat(rows).extracting(AuditRow::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).previousHash()).isEqualTo(rows.get(i - 1).hash());
    }
    assertThat(rows.get(0).previousHash()).isEqualTo("0".repeat(64));
    assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
  }

  @Test
  void saysWhoDidWhat() {
    AuditRow vote = room.ledger().audit(1, 1).get(0);

    assertThat(vote.event()).isEqualTo("vote");
    assertThat(vote.actor()).isEqualTo("U0BOB");
    assertThat(vote.detail())
        .isEqualTo(
            "{\"approves\":true,\"parametersSha256\":\""
                + sha256(code())
                + "\",\"state\":\"APPROVED\"}");
  }

  @Test
  void namesTheRowThatWasChanged() {
    room.tamper("UPDATE audit SET actor = 'U0CAROL' WHERE seq = 4");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(4L);
  }

  @Test
  void namesTheRowBehindOneThatWasDeleted() {
    room.tamper("DELETE FROM audit WHERE seq = 3");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(4L);
  }

  @Test
  void noticesThatTheFirstRowIsGone() {
    room.tamper("DELETE FROM audit WHERE seq = 1");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(2L);
  }

  @Test
  void noticesThatTheLastRowIsGone() {
    room.tamper("DELETE FROM audit WHERE seq = 6");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(6L);
  }

  @Test
  void noticesThatTwoRowsChangedPlaces() {
    room.tamper("UPDATE audit SET seq = 99 WHERE seq = 2");
    room.tamper("UPDATE audit SET seq = 2 WHERE seq = 3");
    room.tamper("UPDATE audit SET seq = 3 WHERE seq = 99");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(2L);
  }

  @Test
  void aRowThatWasHashedAgainBreaksTheNextOne() {
    room.tamper(
        "UPDATE audit SET detail = '{}', hash = (SELECT hash FROM audit WHERE seq = 2)"
            + " WHERE seq = 3");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(3L);
  }

  @Test
  void staysWholeUnderFiftyWriters() throws Exception {
    Race.of(50, i -> room.approved(code()));

    assertThat(room.ledger().audit(0, 1000)).hasSize(106);
    assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
  }

  @Test
  void checksMoreThanOnePage() {
    for (int i = 0; i < 1100; i++) {
      room.stored(code());
    }
    assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
    room.tamper("UPDATE audit SET at = at + 1 WHERE seq = 1050");
    assertThat(room.ledger().firstBrokenAuditRow()).contains(1050L);
  }
}
