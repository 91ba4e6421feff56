// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.text.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {
  @TempDir Path directory;

  /** One good run proves nothing: default H2 keeps everything in one run of seven. */
  @RepeatedTest(3)
  void keepsEveryRequestItHasConfirmedWhenItsProcessIsKilled() {
    List<String> confirmed = new ArrayList<>();
    try (Child child = new Child(StoringChild.class, directory.toString())) {
      child.lines("stored").limit(200).forEach(confirmed::add);
      child.kill();
      child.lines("stored").forEach(confirmed::add);
    }

    try (LedgerRoom room = new LedgerRoom(directory)) {
      assertThat(confirmed).hasSizeGreaterThanOrEqualTo(200);
      assertThat(confirmed).allMatch(id -> room.ledger().find(id).isPresent());
      assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
    }
  }

  /**
   * H2 tidies its file while it runs, after 45 s unless told otherwise; version 2.5.252 then loses
   * the last confirmed rows of a killed process.
   */
  @Test
  void keepsThemAlsoWhenItsProcessHasRunForAWhile() throws SQLException {
    try (Child child = new Child(LongRunningChild.class, directory.toString())) {
      assertThat(child.lines("stored").anyMatch("all"::equals)).isTrue();
      child.kill();
    }

    String url = LongRunningChild.url(directory);
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM t");
        ResultSet rows = count.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(LongRunningChild.ROWS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./berth",
        "jdbc:h2:file:./berth;WRITE_DELAY=500",
        "jdbc:h2:file:./berth;WRITE_DELAY=00;MODE=PostgreSQL",
        "jdbc:h2:file:./berth;WRITE_DELAY=0;WRITE_DELAY=500",
        "jdbc:h2:mem:x"
      })
  void refusesAnH2ThatLosesCommits(String url) {
    assertThat(LedgerConfig.refusal(url).orElseThrow()).contains("append ;WRITE_DELAY=0");
    assertThatThrownBy(() -> new LedgerConfig(url, "sa", Secret.of("")))
        .hasMessageContaining("WRITE_DELAY=0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./berth;WRITE_DELAY=0",
        "jdbc:h2:file:./berth;write_delay=0;LOCK_TIMEOUT=5",
        "jdbc:postgresql://127.0.0.1/berth"
      })
  void acceptsDatabasesThatKeepThem(String url) {
    assertThat(LedgerConfig.refusal(url)).isEmpty();
  }

  @Test
  void refusesWhatIsNoDatabase() {
    assertThat(LedgerConfig.refusal("berth.db").orElseThrow()).contains("must be a JDBC URL");
  }

  @Test
  void neverShowsThePassword() {
    LedgerConfig config =
        new LedgerConfig("jdbc:postgresql://127.0.0.1/b", "sa", Secret.of("hunter2"));
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @Test
  void noErrorRepeatsWhatWasToBeStored() {
    try (LedgerRoom room = new LedgerRoom(directory)) {
      room.tamper("ALTER TABLE request DROP COLUMN channel");
      assertThatThrownBy(() -> room.stored(LedgerRoom.code()))
          .hasStackTraceContaining("channel")
          .satisfies(
              e -> {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain("we ship");
              });
    }
  }

  @Test
  void refusesTheDatabaseOfANewerVersion() {
    try (LedgerRoom room = new LedgerRoom(directory)) {
      room.tamper(
          "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\","
              + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
              + " \"execution_time\", \"success\") VALUES (99, '99', 'future', 'SQL',"
              + " 'V99__future.sql', 1, 'sa', 1, TRUE)");
      assertThatThrownBy(room::reopen).hasMessageContaining("99");
    }
  }

  @Test
  void confirmsThatItCanWrite() {
    try (LedgerRoom room = new LedgerRoom(directory)) {
      room.ledger().checkWritable();
      room.ledger().close();
      assertThatThrownBy(() -> room.ledger().checkWritable()).isNotNull();
    }
  }
}
