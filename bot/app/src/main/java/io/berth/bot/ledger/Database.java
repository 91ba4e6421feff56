// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

/** Opens the connection pool and brings the schema up to date. */
final class Database {
  private static final int CONNECTIONS = 10;
  private static final long WAIT_MILLIS = 10_000;

  private Database() {}

  static HikariDataSource open(LedgerConfig config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("ledger");
    pool.setJdbcUrl(config.effectiveUrl());
    pool.setUsername(config.user());
    pool.setPassword(config.password().reveal());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(WAIT_MILLIS);
    HikariDataSource source = new HikariDataSource(pool);
    try {
      migrate(source);
      return source;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static void migrate(HikariDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        // A newer version's schema is refused: this version would not know what its rows mean.
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }
}
