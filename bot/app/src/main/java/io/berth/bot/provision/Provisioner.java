// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.approval.Policy;
import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Task;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.text.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loops that carry requests from APPROVED to their end. All work is found by polling the
 * ledger; nothing is handed over in memory, so a process that dies at any point loses nothing.
 */
public final class Provisioner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);
  private static final int AT_ONCE = 50;
  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

  private final Bench bench;
  private final ScheduledExecutorService executor;
  private final Map<Task.Kind, Step> steps = new EnumMap<>(Task.Kind.class);
  private final Map<String, Boolean> running = new ConcurrentHashMap<>();
  private final List<ScheduledFuture<?>> loops = new ArrayList<>();

  /**
   * @param client calls the functions
   * @param signer signs the approval that each creating call carries
   * @param policy of today, asked again before each attempt
   */
  public Provisioner(
      Ledger ledger,
      FunctionClient client,
      ApprovalSigner signer,
      Policy policy,
      ExecutionConfig settings,
      Host host) {
    Calls calls = new Calls(client, host.clock(), host.ids(), host.nanos());
    this.bench = new Bench(ledger, calls, signer, policy, settings, host.clock(), host.name());
    this.executor = host.executor();
    Registries registries = new Registries(calls);
    RegisterCodes codes = new RegisterCodes(calls);
    FollowUps followUps = new FollowUps(bench);
    Attempts attempts = new Attempts(bench, codes, followUps);
    FindAgain findAgain = new FindAgain(bench, registries, attempts, followUps);
    steps.put(Task.Kind.EXPIRE, this::expire);
    steps.put(Task.Kind.EXECUTE, new Execute(bench, attempts, findAgain)::run);
    steps.put(Task.Kind.PROGRESS, new Progress(bench, registries)::run);
    steps.put(Task.Kind.SWEEP, new Sweep(bench, codes)::run);
    steps.put(Task.Kind.WIPE, task -> ledger.work().wipe(task.requestId()));
  }

  /**
   * What the process lends.
   *
   * @param name of this process, for the audit log
   * @param clock of signatures, leases and expiry
   * @param ids for calls that create nothing
   * @param nanos a clock that never jumps, {@code System::nanoTime}
   * @param executor runs loops and calls; its threads are the number of calls at once. Whoever made
   *     it shuts it down
   */
  public record Host(
      String name, Clock clock, Ids ids, LongSupplier nanos, ScheduledExecutorService executor) {}

  /** What is done with a task of one kind. */
  private interface Step {
    void run(Task task) throws InterruptedException;
  }

  private void expire(Task task) {
    bench.work().expire(task.requestId());
    bench.work().done(task);
  }

  /** Starts the loops. */
  public void start() {
    long poll = bench.settings().poll().toMillis();
    for (Task.Kind kind : Task.Kind.values()) {
      loops.add(every(poll, () -> poll(kind)));
    }
    loops.add(every(FORGET_EVERY.toMillis(), () -> bench.work().forgetOld()));
  }

  private ScheduledFuture<?> every(long millis, Runnable loop) {
    return executor.scheduleWithFixedDelay(
        () -> guarded("loop", loop), millis, millis, TimeUnit.MILLISECONDS);
  }

  private void poll(Task.Kind kind) {
    for (Task task : bench.work().due(kind, AT_ONCE)) {
      String key = kind + " " + task.requestId();
      // Saves a queue full of the same task; that it runs once is decided by the ledger.
      if (running.putIfAbsent(key, true) == null) {
        hand(key, task);
      }
    }
  }

  private void hand(String key, Task task) {
    try {
      executor.execute(
          () -> {
            try {
              guarded(key, () -> run(task));
            } finally {
              running.remove(key);
            }
          });
    } catch (RejectedExecutionException e) {
      running.remove(key);
    }
  }

  private void run(Task task) {
    Optional<Task> taken = bench.work().take(task, bench.settings().lease());
    if (taken.isEmpty()) {
      return;
    }
    try {
      steps.get(task.kind()).run(taken.get());
    } catch (InterruptedException e) {
      // The process is ending; what is left undone is in the ledger.
      Thread.currentThread().interrupt();
    }
  }

  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The task comes back when its lease ends.
      LOG.error("{} failed", what, e);
    }
  }

  /**
   * Does all work that is due now, and what becomes due by it, in the calling thread: for programs
   * that run once, and for tests.
   *
   * @return how many tasks were taken
   */
  public int runDue() {
    int count = 0;
    for (Task.Kind kind : Task.Kind.values()) {
      for (Task task : bench.work().due(kind, AT_ONCE)) {
        run(task);
        count++;
      }
    }
    return count;
  }

  /** Stops the loops; calls under way end on their own or are found again at the next start. */
  @Override
  public void close() {
    loops.forEach(loop -> loop.cancel(false));
  }
}
