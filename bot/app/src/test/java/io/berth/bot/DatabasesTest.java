// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
  private static final String FROM_THE_FUTURE =
      """
      INSERT INTO "flyway_schema_history"
      SELECT "installed_rank" + 100, '999', 'later', 'SQL', 'V999__later.sql', 1, "installed_by",
             "installed_on", 1, TRUE
      FROM "flyway_schema_history" WHERE "version" = '1'
      """;

  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("pool", new IllegalStateException("migration", cause));
  }

  @Test
  void saysThatAnotherBerthHasTheFile() {
    Throwable locked = new SQLException("Database may be already in use: null [90020-252]");
    assertThat(Databases.whyNot(wrapped(locked)))
        .isEqualTo(
            "The database is in use by another Berth (an H2 file has one owner); stop `serve` first.");
  }

  @Test
  void saysThatThereIsNoneOrThatThePasswordIsWrong() {
    assertThat(Databases.whyNot(wrapped(new SQLException("not found [90146-252]"))))
        .contains("no database yet");
    assertThat(
            Databases.whyNot(wrapped(new SQLException("Wrong user name or password [28000-252]"))))
        .contains("database.user");
  }

  /** Flyway's own first line is no help to anybody. */
  @Test
  void saysThatTheSchemaIsOfANewerBerth(@TempDir Path directory) throws SQLException {
    String url = "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(directory.resolve("newer"));
    LedgerRows.one(url);
    String open = url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(open, "sa", "")) {
      connection.createStatement().executeUpdate(FROM_THE_FUTURE);
    }
    LedgerConfig config = new LedgerConfig(url, "sa", Secret.of(""));
    assertThatThrownBy(() -> Ledger.open(config, Clock.systemUTC()))
        .satisfies(
            thrown ->
                assertThat(Databases.whyNot(thrown))
                    .isEqualTo(
                        "The database has the schema of a newer Berth; start that version, or put"
                            + " back the copy from before its first start."));
  }

  @Test
  void givesTheFirstLineOfAnythingElseAndSaysWhoseItIs() {
    assertThat(Databases.whyNot(wrapped(new SQLException("disk full\nat byte 7"))))
        .isEqualTo("The database could not be opened: disk full");
    assertThat(Databases.whyNot(new IllegalArgumentException("the key is not one")))
        .isEqualTo("Berth could not start: the key is not one");
  }
}
