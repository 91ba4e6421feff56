// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.bot.ledger.LedgerRoom.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Submitted;
import io.berth.bot.ledger.model.Task;
import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the first schema, with one request in each state, is carried on. */
class MigrationTest {
  private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String PENDING = "01JD00000000000000000000P1";
  private static final String EXECUTING = "01JD00000000000000000000E1";
  private static final String REVEALABLE = "01JD00000000000000000000R1";
  private static final String DENIED = "01JD00000000000000000000D1";

  @TempDir Path directory;
  private Ledger ledger;

  @BeforeEach
  void opensAFileOfTheFirstSchema() throws SQLException {
    LedgerConfig config = new LedgerConfig(LedgerRoom.url(directory), "sa", Secret.of(""));
    String url = config.effectiveUrl();
    Flyway.configure()
        .dataSource(url, "sa", "")
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      fill(connection);
    }
    Clock clock = new SettableClock(Instant.ofEpochMilli(NOON).plusSeconds(600));
    ledger = Ledger.open(config, clock);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static void fill(Connection connection) throws SQLException {
    String terms = "{\"needed\":1,\"approvers\":[\"U0BOB\",\"U0CAROL\"],\"rule\":\"rule 2\"}";
    insert(connection, PENDING, "waiting", terms, "PENDING_APPROVAL", 0, "'waiting'", "NULL");
    insert(connection, EXECUTING, "payments", terms, "EXECUTING", 1, "'payments'", "NULL");
    insert(connection, REVEALABLE, "", terms, "SUCCEEDED", 1, "NULL", "'jwe.of.the.code'");
    insert(connection, DENIED, "refused", terms, "REJECTED", 0, "NULL", "NULL");
    execute(
        connection,
        "INSERT INTO vote VALUES ('%s', 'U0BOB', 1, TRUE, NULL, '%s', %d)"
            .formatted(EXECUTING, sha256(registry("payments")), NOON));
    execute(
        connection,
        "INSERT INTO attempt VALUES ('%s', 1, '%s', %d, 'SENDING', NULL, NULL, NULL, NULL)"
            .formatted(EXECUTING, sha256(registry("payments")), NOON));
    execute(
        connection,
        "INSERT INTO task VALUES ('%s', 'EXPIRE', 0, %d)".formatted(PENDING, NOON + DAY));
    execute(
        connection,
        "INSERT INTO task VALUES ('%s', 'EXECUTE', 0, %d)".formatted(EXECUTING, NOON + 60_000));
    execute(
        connection,
        "INSERT INTO outbox (request_id, audience, kind, created_at, due_at, tries)"
            + " VALUES ('%s', 'REQUESTER', 'code-ready', %d, %d, 0)"
                .formatted(REVEALABLE, NOON, NOON));
  }

  private static void insert(
      Connection connection,
      String id,
      String name,
      String terms,
      String state,
      int token,
      String liveName,
      String sealed)
      throws SQLException {
    boolean code = name.isEmpty();
    String parameters =
        code ? LedgerRoom.code().parameters().write() : registry(name).parameters().write();
    execute(
        connection,
        "INSERT INTO request (id, function_name, parameters, parameters_sha256, requester,"
            + " workspace, channel, terms, state, token, dedupe_key, live_name, created_at,"
            + " expires_at, approved_at, resource_id, adopted, sealed_value) VALUES ('%s', '%s',"
                .formatted(id, code ? "tat-create-register-code" : "tcr-create-instance")
            + " '%s', '%s', 'U0ALICE', 'T0BERTH', 'C0REQUESTS', '%s', '%s', %d, 'key-%s', %s,"
                .formatted(
                    parameters,
                    code ? sha256(LedgerRoom.code()) : sha256(registry(name)),
                    terms,
                    state,
                    token,
                    id,
                    liveName)
            + " %d, %d, %s, %s, FALSE, %s)"
                .formatted(
                    NOON,
                    NOON + DAY,
                    token > 0 ? NOON : "NULL",
                    code ? "'code-1'" : "NULL",
                    sealed));
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    connection.createStatement().execute(statement);
  }

  private static NewRequest fresh(String name) {
    Instant tomorrow = Instant.ofEpochMilli(NOON + DAY);
    return LedgerRoom.fresh("01JD00000000000000000000F1", 1, tomorrow, registry(name));
  }

  private Request find(String id) {
    return ledger.find(id).orElseThrow();
  }

  @Test
  void keepsWhatWasAskedAndDecided() {
    assertThat(find(PENDING).state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(find(PENDING).sha256()).isEqualTo(sha256(registry("waiting")));
    assertThat(only(find(PENDING)).state()).isEqualTo(PartState.WAITING);
    assertThat(only(find(PENDING)).spec()).isEqualTo(registry("waiting"));
    assertThat(find(PENDING).terms().approvers()).containsExactly("U0BOB", "U0CAROL");
    assertThat(only(find(DENIED)).state()).isEqualTo(PartState.SKIPPED);
    assertThat(ledger.work().due(Task.Job.EXPIRE, 9)).isEmpty();
    assertThat(ledger.firstBrokenAuditRow()).isEmpty();
  }

  @Test
  void stillKnowsWhichNamesAreAskedFor() {
    assertThat(ledger.submit(fresh("payments")))
        .isEqualTo(new Submitted.AlreadyAsked(find(EXECUTING), only(find(EXECUTING))));
    assertThat(ledger.submit(fresh("refused"))).isInstanceOf(Submitted.Stored.class);
  }

  @Test
  void carriesAnExecutingRequestOn() {
    Part part = only(find(EXECUTING));
    assertThat(part.state()).isEqualTo(PartState.EXECUTING);
    assertThat(part.call()).contains(registry("payments").parameters());
    assertThat(ledger.work().attempts(part.id()))
        .extracting(Attempt::token, Attempt::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, Attempt.State.SENDING));
    assertThat(ledger.work().due(Task.Job.EXECUTE, 9))
        .extracting(Task::part)
        .containsExactly(new PartId(EXECUTING, 1));

    Claim claim =
        ledger.work().claim(part, "berth", Duration.ofMinutes(1), r -> Optional.empty(), Map.of());

    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    assertThat(((Claim.Claimed) claim).attempt().token()).isEqualTo(2);
    assertThat(ledger.work().succeeded(part.id(), 2, Created.adopted("tcr-1a2b3c4d"), List.of()))
        .isTrue();
    assertThat(find(EXECUTING).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void stillRevealsACodeThatWaits() {
    PartId part = new PartId(REVEALABLE, 1);
    assertThat(ledger.reveal(part, "U0ALICE"))
        .isEqualTo(new RevealResult.Sealed("jwe.of.the.code", only(find(REVEALABLE))));
    assertThat(ledger.dueOutbox(9)).extracting(row -> row.news().word()).contains("code-ready");
  }
}
