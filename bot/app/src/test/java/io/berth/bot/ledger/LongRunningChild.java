// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A long-lived process in seconds, on the driver alone: commits rows, is idle while others read,
 * commits a few more, one by one. H2 may tidy its file at once instead of after 45 s.
 */
final class LongRunningChild {
  static final int ROWS = 52;

  private static final int BEFORE_THE_PAUSE = 40;
  private static final int READERS = 4;

  private LongRunningChild() {}

  static String url(Path directory) {
    return LedgerRoom.url(directory) + ";RETENTION_TIME=0";
  }

  public static void main(String[] arguments) throws Exception {
    String url = url(Path.of(arguments[0]));
    Connection writer = open(url);
    execute(writer, "CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(2000))");
    ScheduledExecutorService readers = Executors.newScheduledThreadPool(READERS);
    for (int i = 0; i < READERS; i++) {
      Connection reader = open(url);
      readers.scheduleWithFixedDelay(() -> read(reader), 0, 60, TimeUnit.MILLISECONDS);
    }
    for (int row = 1; row <= ROWS; row++) {
      insert(writer, row);
      System.out.println("stored " + row);
      pause(row == BEFORE_THE_PAUSE ? 3_000 : row > BEFORE_THE_PAUSE ? 300 : 0);
    }
    System.out.println("stored all");
    pause(600_000);
  }

  private static Connection open(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url, "sa", "");
    connection.setAutoCommit(false);
    return connection;
  }

  private static void insert(Connection writer, int row) throws SQLException {
    try (PreparedStatement insert = writer.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      insert.setInt(1, row);
      insert.setString(2, "x".repeat(500));
      insert.execute();
    }
    writer.commit();
  }

  private static void read(Connection reader) {
    try {
      execute(reader, "SELECT COUNT(*) FROM t WHERE s LIKE '%x%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.execute();
    }
    connection.commit();
  }

  /** The tidying runs by the machine's clock, so there is nothing to wait on but time. */
  private static void pause(long millis) throws InterruptedException {
    new LinkedBlockingQueue<>().poll(millis, TimeUnit.MILLISECONDS);
  }
}
