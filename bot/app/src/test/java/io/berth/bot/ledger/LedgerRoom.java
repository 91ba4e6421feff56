// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Terms;
import io.berth.bot.command.Ask;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger on a real H2 file, with the people and requests that tests talk about. */
public final class LedgerRoom implements AutoCloseable {
  public static final Duration OPEN = Duration.ofHours(24);

  public final SettableClock clock;
  public final Ids ids;
  private final LedgerConfig config;
  private Ledger ledger;

  public LedgerRoom(Path directory) {
    this(directory, Instant.parse("2026-11-21T10:00:00Z"));
  }

  public LedgerRoom(Path directory, Instant now) {
    clock = new SettableClock(now);
    ids = new Ids(clock, new SecureRandom());
    config = new LedgerConfig(url(directory), "sa", Secret.of(""));
    ledger = Ledger.open(config, clock);
  }

  public static String url(Path directory) {
    return "jdbc:h2:file:" + directory.resolve("berth").toAbsolutePath() + ";WRITE_DELAY=0";
  }

  public Ledger ledger() {
    return ledger;
  }

  public LedgerConfig config() {
    return config;
  }

  public Ledger reopen() {
    ledger.close();
    ledger = Ledger.open(config, clock);
    return ledger;
  }

  public static CreateInstance registry(String name) {
    return valid(
        CreateInstance.from(
            Map.of("Region", "ap-guangzhou", "RegistryName", name, "RegistryType", "standard")));
  }

  public static CreateRegisterCode code() {
    return valid(
        CreateRegisterCode.from(
            Map.of("Region", "ap-guangzhou", "Description", "webserver", "EffectiveTime", 4L)));
  }

  private static <T> T valid(Checked<T> checked) {
    return checked.fold(
        ok -> ok.value(),
        bad -> {
          throw new AssertionError(bad.violations().toString());
        });
  }

  /** One approval of bob or carol. */
  public NewRequest fresh(ApiRequest parameters) {
    return fresh(parameters, 1);
  }

  public NewRequest fresh(ApiRequest parameters, int needed) {
    String id = ids.requestId();
    return new NewRequest(
        id,
        new Ask(parameters, Optional.of("payments"), Optional.of("we ship"), List.of()),
        "U0ALICE",
        "T0BERTH",
        "C0REQUESTS",
        new Terms(needed, List.of("U0BOB", "U0CAROL", "U0ERIN"), "rule 2"),
        "slack:" + id,
        clock.instant().plus(OPEN));
  }

  public Request stored(ApiRequest parameters) {
    return ledger.submit(fresh(parameters)).request();
  }

  public Request approved(ApiRequest parameters) {
    Request request = stored(parameters);
    approve(request, "U0BOB");
    return ledger.find(request.id()).orElseThrow();
  }

  public VoteResult approve(Request request, String voter) {
    return ledger.vote(request.id(), voter, true, Optional.empty(), request.parametersSha256());
  }

  public Request find(String id) {
    return ledger.find(id).orElseThrow();
  }

  /** What an insider with the database's password can do. */
  public void tamper(String sql) {
    try (Connection connection =
        DriverManager.getConnection(config.effectiveUrl(), config.user(), "")) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    ledger.close();
  }
}
