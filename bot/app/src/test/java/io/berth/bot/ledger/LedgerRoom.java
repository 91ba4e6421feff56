// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Origin;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.VoteResult;
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

  public static Spec registry(String name) {
    return spec(
        "registry",
        Map.of("Region", "ap-guangzhou", "RegistryName", name, "RegistryType", "standard"));
  }

  public static Spec code() {
    return spec(
        "code", Map.of("Region", "ap-guangzhou", "Description", "webserver", "EffectiveTime", 4L));
  }

  /** {@code earlier}: what the parts before it ask for. */
  public static Spec spec(String kind, Map<String, Object> json, Kind... earlier) {
    return Specs.check(Kinds.of(kind).orElseThrow(), json, List.of(earlier))
        .fold(
            ok -> ok.value(),
            bad -> {
              throw new AssertionError(bad.violations().toString());
            });
  }

  /** One approval of bob or carol. */
  public NewRequest fresh(Spec... parts) {
    return fresh(1, parts);
  }

  public NewRequest fresh(int needed, Spec... parts) {
    String id = ids.requestId();
    return fresh(id, needed, clock.instant().plus(OPEN), parts);
  }

  static NewRequest fresh(String id, int needed, Instant expires, Spec... parts) {
    return new NewRequest(
        id,
        List.of(parts),
        new Origin(
            "U0ALICE", "T0BERTH", "C0REQUESTS", Optional.of("payments"), Optional.of("we ship")),
        Terms.of(needed, List.of("U0BOB", "U0CAROL", "U0ERIN"), "rule 2"),
        "slack:" + id,
        expires);
  }

  public Request stored(Spec... parts) {
    return ledger.submit(fresh(parts)).request();
  }

  public Request approved(Spec... parts) {
    Request request = stored(parts);
    approve(request, "U0BOB");
    return ledger.find(request.id()).orElseThrow();
  }

  public VoteResult approve(Request request, String voter) {
    return vote(request, voter, true, Optional.empty(), request.sha256());
  }

  public VoteResult vote(
      Request request, String voter, boolean approves, Optional<String> reason, String sha256) {
    Vote vote = new Vote(voter, approves, reason, clock.instant());
    return ledger.vote(request.id(), vote, sha256, any -> Optional.empty());
  }

  public Request find(String id) {
    return ledger.find(id).orElseThrow();
  }

  /** The only part of a request. */
  public Part part(String id) {
    return only(find(id));
  }

  /** The only part of a request. */
  public static Part only(Request request) {
    if (!request.isSingle()) {
      throw new AssertionError("request " + request.id() + " has several parts");
    }
    return request.parts().get(0);
  }

  /** The first part of a request. */
  public static PartId first(Request request) {
    return request.parts().get(0).id();
  }

  /** What votes on these parts are bound to. */
  public static String sha256(Spec... parts) {
    return Proposal.sha256(List.of(parts));
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
