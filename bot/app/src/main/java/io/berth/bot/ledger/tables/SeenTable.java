// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code seen}: replay memory that survives a restart and is shared by replicas. */
public final class SeenTable {

  /** Notes the key unless it is known; the note that was there before, empty when it is new. */
  public Optional<String> remember(
      Handle sql, String key, String note, Instant now, Instant keepUntil) {
    sql.createUpdate("DELETE FROM seen WHERE seen_key = :key AND keep_until <= :now")
        .bind("key", key)
        .bind("now", now.toEpochMilli())
        .execute();
    int rows =
        sql.createUpdate(
                "INSERT INTO seen (seen_key, note, keep_until) VALUES (:key, :note, :until)"
                    + " ON CONFLICT DO NOTHING")
            .bind("key", key)
            .bind("note", note)
            .bind("until", keepUntil.toEpochMilli())
            .execute();
    return rows == 1 ? Optional.empty() : Optional.of(note(sql, key));
  }

  /** The note under the key, while it is to be kept. */
  public Optional<String> note(Handle sql, String key, Instant now) {
    return sql.createQuery("SELECT note FROM seen WHERE seen_key = :key AND keep_until > :now")
        .bind("key", key)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .findOne();
  }

  /** Drops what has served its time; says how many. */
  public int forgetOld(Handle sql, Instant now) {
    return sql.createUpdate("DELETE FROM seen WHERE keep_until <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static String note(Handle sql, String key) {
    return sql.createQuery("SELECT note FROM seen WHERE seen_key = :key")
        .bind("key", key)
        .mapTo(String.class)
        .one();
  }
}
