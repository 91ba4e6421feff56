// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import java.util.Objects;
import java.util.stream.Stream;

/** What it means, in one sentence, that the database or something else did not start. */
final class Databases {
  private Databases() {}

  /** The sentence; the driver's own words are at the end of the chain of causes. */
  static String whyNot(Throwable thrown) {
    if (says(thrown, "[90020-")) {
      return "The database is in use by another Berth (an H2 file has one owner); stop `serve` first.";
    }
    if (says(thrown, "not resolved locally")) {
      return "The database has the schema of a newer Berth; start that version, or put back the copy from before its first start.";
    }
    if (says(thrown, "[90146-") || says(thrown, "[90013-")) {
      return "There is no database yet at database.url; it is made by `serve`.";
    }
    if (says(thrown, "[28000-")) {
      return "The database refuses the user or the password; check database.user and database.password.";
    }
    boolean database =
        causes(thrown).map(one -> one.getClass().getName()).anyMatch(Databases::isDatabase);
    return (database ? "The database could not be opened: " : "Berth could not start: ")
        + firstLine(last(thrown));
  }

  /** By name, because the classes themselves are the ledger's business. */
  private static boolean isDatabase(String className) {
    return className.startsWith("java.sql.")
        || className.startsWith("org.flywaydb.")
        || className.startsWith("com.zaxxer.hikari.");
  }

  private static boolean says(Throwable thrown, String code) {
    return causes(thrown)
        .map(Throwable::getMessage)
        .anyMatch(text -> text != null && text.contains(code));
  }

  private static Throwable last(Throwable thrown) {
    return causes(thrown).reduce((first, second) -> second).orElse(thrown);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
  }

  private static String firstLine(Throwable thrown) {
    String text =
        Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    return text.lines().findFirst().orElse(text);
  }
}
