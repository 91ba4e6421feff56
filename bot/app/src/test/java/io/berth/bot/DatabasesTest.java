// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabasesTest {
  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("pool", new IllegalStateException("migration", cause));
  }

  @Test
  void saysThatAnotherBerthHasTheFile() {
    Throwable locked = new SQLException("Database may be already in use: null [90020-252]");
    assertThat(Databases.whyNot(wrapped(locked)))
        .isEqualTo(
            "The database is in use by another Berth (an H2 file has one owner); stop `serve`"
                + " first, or use PostgreSQL.");
  }

  @Test
  void saysThatThereIsNoneOrThatThePasswordIsWrong() {
    assertThat(Databases.whyNot(wrapped(new SQLException("not found [90146-252]"))))
        .contains("no database yet");
    assertThat(
            Databases.whyNot(wrapped(new SQLException("Wrong user name or password [28000-252]"))))
        .contains("database.user");
  }

  @Test
  void givesTheFirstLineOfAnythingElseAndSaysWhoseItIs() {
    assertThat(Databases.whyNot(wrapped(new SQLException("disk full\nat byte 7"))))
        .isEqualTo("The database could not be opened: disk full");
    assertThat(Databases.whyNot(new IllegalArgumentException("the key is not one")))
        .isEqualTo("Berth could not start: the key is not one");
  }
}
