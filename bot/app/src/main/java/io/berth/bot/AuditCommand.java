// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.config.BerthConfig;
import io.berth.bot.config.DatabaseConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.contract.text.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code berth audit}: the audit log as JSON lines, and whether its chain of hashes is whole. */
@Command(
    name = "audit",
    description = "Print the audit log, one JSON object per line, or check that nobody changed it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed, or the chain is whole",
      "1:the chain is broken",
      "2:it could not be read"
    })
final class AuditCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  private final Map<String, String> environment;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      defaultValue = "berth.yaml",
      description = "the configuration (${DEFAULT-VALUE})")
  private Path config;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description =
          "only rows from this day or moment on (UTC), e.g. 2026-11-21 or 2026-11-21T08:00:00Z")
  private String since;

  @Option(
      names = "--verify",
      description = "check the chain of hashes instead, and name the first broken row")
  private boolean verify;

  AuditCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant from = since == null ? Instant.MIN : moment(since);
    Optional<BerthConfig> loaded =
        Configuration.load(config, environment, spec.commandLine().getErr());
    if (loaded.isEmpty()) {
      return 2;
    }
    try (Ledger ledger = Ledger.open(existing(loaded.get().database()), clock)) {
      return verify ? verified(ledger) : printed(ledger, from);
    } catch (RuntimeException e) {
      spec.commandLine().getErr().println(Databases.whyNot(e));
      return 2;
    }
  }

  private Instant moment(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--since must be a day or a moment in UTC, e.g. 2026-11-21 or 2026-11-21T08:00:00Z");
    }
  }

  /** To look at a database must not make one: a mistyped path is a mistake, not an empty log. */
  private static LedgerConfig existing(DatabaseConfig database) {
    String url =
        database.url().startsWith("jdbc:h2:") ? database.url() + ";IFEXISTS=TRUE" : database.url();
    return new LedgerConfig(url, database.user(), database.password());
  }

  private int verified(Ledger ledger) {
    Optional<Long> broken = ledger.firstBrokenAuditRow();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        broken
            .map(row -> "The audit log is broken: row " + row + " was changed, moved or removed.")
            .orElse("The audit log is whole."));
    return broken.isPresent() ? 1 : 0;
  }

  private int printed(Ledger ledger, Instant from) {
    PrintWriter out = spec.commandLine().getOut();
    long last = 0;
    List<AuditRow> page;
    do {
      page = ledger.audit(last, PAGE);
      for (AuditRow row : page) {
        last = row.seq();
        if (!row.at().isBefore(from)) {
          out.println(Json.write(line(row)));
        }
      }
    } while (page.size() == PAGE);
    return 0;
  }

  private static Map<String, Object> line(AuditRow row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seq", row.seq());
    line.put("at", row.at().toString());
    line.put("request", row.requestId());
    line.put("actor", row.actor());
    line.put("event", row.event());
    line.put("detail", row.detail());
    line.put("hash", row.hash());
    return line;
  }
}
