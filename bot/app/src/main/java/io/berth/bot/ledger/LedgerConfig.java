// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.contract.text.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the ledger keeps its data.
 *
 * @param url JDBC URL; an H2 URL must say {@code WRITE_DELAY=0}
 */
public record LedgerConfig(String url, String user, Secret password) {

  public LedgerConfig {
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
    refusal(url)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  /**
   * Why this URL cannot be used, empty when it can. H2 writes commits late unless told otherwise,
   * and a commit lost by a crash could send one approved request to the cloud twice.
   */
  public static Optional<String> refusal(String url) {
    if (url == null || !url.startsWith("jdbc:")) {
      return Optional.of(
          "database.url must be a JDBC URL, e.g. jdbc:h2:file:./berth;WRITE_DELAY=0.");
    }
    if (!url.startsWith("jdbc:h2:")) {
      return Optional.empty();
    }
    return option(url, "WRITE_DELAY").filter("0"::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "database.url is an H2 database without WRITE_DELAY=0, which loses committed rows when"
                + " the process is killed; append ;WRITE_DELAY=0 to it.");
  }

  /** Whether only one process at a time can have this database open. */
  boolean embedded() {
    return url.startsWith("jdbc:h2:");
  }

  /**
   * The URL as it is opened: an H2 database speaks PostgreSQL's dialect and waits for row locks.
   */
  String effectiveUrl() {
    if (!embedded()) {
      return url;
    }
    return url
        + unlessSet("MODE", "PostgreSQL")
        + unlessSet("DATABASE_TO_LOWER", "TRUE")
        + unlessSet("LOCK_TIMEOUT", "10000")
        + unlessSet("DB_CLOSE_ON_EXIT", "FALSE");
  }

  private String unlessSet(String name, String value) {
    return option(url, name).isPresent() ? "" : ";" + name + "=" + value;
  }

  private static Optional<String> option(String url, String name) {
    return Arrays.stream(url.split(";", -1))
        .skip(1)
        .map(String::strip)
        .filter(part -> part.toUpperCase(Locale.ROOT).startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1).strip())
        .reduce((first, last) -> last);
  }
}
