// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.contract.auth.ApprovalSigner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A ledger, the fake functions and a provisioner that works when it is told to. */
final class Yard implements AutoCloseable {
  static final ExecutionConfig SETTINGS =
      new ExecutionConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          3,
          Duration.ofMinutes(15),
          Duration.ofMillis(20));

  final LedgerRoom room;
  final FakeFunctions functions;
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
  private final List<Runnable> open = new ArrayList<>();
  // Every look at this clock is a minute later: nothing ever waits for its turn.
  private final LongSupplier unhurried = minutes();
  Policy policy = policy("U0BOB", "U0CAROL", "U0ERIN");
  Provisioner provisioner;

  Yard(Path directory) {
    room = new LedgerRoom(directory);
    functions = new FakeFunctions(room.clock);
    provisioner = provisioner("berth-1");
  }

  static Policy policy(String... approvers) {
    return new Policy(
        Map.of("payments", List.of("U0ALICE")),
        Map.of("platform", List.of(approvers)),
        List.of(Rule.approvals(1, Condition.ALWAYS, 1, List.of("platform"))));
  }

  private static LongSupplier minutes() {
    AtomicLong minutes = new AtomicLong();
    return () -> Duration.ofMinutes(minutes.incrementAndGet()).toNanos();
  }

  Provisioner provisioner(String name) {
    return provisioner(name, room.ledger(), SETTINGS);
  }

  Provisioner provisioner(String name, Ledger ledger, ExecutionConfig settings) {
    FunctionClient client = new FunctionClient(functions.targets(), settings.callTimeout());
    open.add(client::close);
    Provisioner made =
        new Provisioner(
            ledger,
            client,
            new ApprovalSigner("local", functions.keys.signingKey()),
            policy,
            settings,
            new Provisioner.ProcessContext(name, room.clock, room.ids, unhurried, executor));
    open.add(made::close);
    return made;
  }

  /** Works until the request has reached its end, letting the time pass that it waits for. */
  Request settle(Request request) {
    for (int i = 0; i < 2_000; i++) {
      provisioner.runDue();
      Request now = room.find(request.id());
      if (now.state().terminal()) {
        return now;
      }
      room.clock.advance(Duration.ofSeconds(i < 60 ? 1 : 30));
    }
    throw new AssertionError("still " + room.find(request.id()).state());
  }

  /** Lets so much time pass, working all along. */
  void pass(Duration time) {
    for (long minute = 0; minute <= time.toMinutes(); minute++) {
      provisioner.runDue();
      room.clock.advance(Duration.ofMinutes(1));
    }
    provisioner.runDue();
  }

  State state(Request request) {
    return room.find(request.id()).state();
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
    executor.shutdownNow();
    functions.close();
    room.close();
  }
}
