// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Task;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command costs does not grow with the number of requests ever made. */
class CostTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM request WHERE id = 'x'",
        "SELECT * FROM request WHERE dedupe_key = 'x'",
        "SELECT * FROM part WHERE live_key = 'x'",
        "SELECT * FROM part WHERE request_id IN ('x') ORDER BY request_id, part_number",
        "SELECT * FROM request WHERE requester = 'x' ORDER BY requester, created_at DESC, id DESC LIMIT 5",
        "SELECT * FROM request ORDER BY created_at DESC, id DESC LIMIT 5",
        "SELECT COUNT(*) FROM request WHERE state = 'PENDING_APPROVAL'",
        "SELECT * FROM task WHERE kind = 'EXECUTE' AND due_at <= 5 ORDER BY kind, due_at LIMIT 5",
        "SELECT * FROM outbox WHERE due_at <= 5 ORDER BY due_at, id LIMIT 5",
        "SELECT 1 FROM outbox WHERE request_id = 'x' AND audience = 'CARD' AND id < 5",
        "SELECT * FROM audit WHERE request_id = 'x' ORDER BY request_id, seq",
        "SELECT * FROM attempt WHERE request_id = 'x' ORDER BY request_id, token",
        "SELECT * FROM seen WHERE seen_key = 'x'",
        "SELECT * FROM seen WHERE keep_until <= 5"
      })
  void everyQuestionIsAnsweredByAnIndex(String question) throws SQLException {
    try (LedgerRoom room = new LedgerRoom(directory);
        Connection connection =
            DriverManager.getConnection(room.config().effectiveUrl(), "sa", "");
        ResultSet plan = connection.createStatement().executeQuery("EXPLAIN " + question)) {
      assertThat(plan.next()).isTrue();
      assertThat(plan.getString(1)).doesNotContain("tableScan");
      assertThat(plan.getString(1).contains("ORDER BY"))
          .isEqualTo(plan.getString(1).contains("index sorted"));
    }
  }

  @Test
  void finishedRequestsLeaveNoTaskBehind() {
    try (LedgerRoom room = new LedgerRoom(directory)) {
      for (int i = 0; i < 20; i++) {
        Request request = room.stored(LedgerRoom.code());
        room.ledger().cancel(request.id(), "U0ALICE");
      }
      room.clock.advance(LedgerRoom.OPEN.multipliedBy(10));
      for (Task.Job job : Task.Job.values()) {
        assertThat(room.ledger().work().due(job, 9)).isEmpty();
      }
    }
  }
}
