// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.approval.Policy;
import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Task;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.text.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private final StepContext context;
  private final ScheduledExecutorService executor;
  private final Map<Task.Job, TaskRunner> steps = new EnumMap<>(Task.Job.class);
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
      ProcessContext host) {
    Calls calls = new Calls(client, host.clock(), host.ids(), host.nanos());
    this.context =
        new StepContext(ledger, calls, signer, policy, settings, host.clock(), host.name());
    this.executor = host.executor();
    NameSearch names = new NameSearch(calls);
    MarkSearch marks = new MarkSearch(calls);
    FollowUps followUps = new FollowUps(context);
    Attempts attempts = new Attempts(context, marks, followUps);
    ReferenceResolver references = new ReferenceResolver(names);
    NextAttempt next = new NextAttempt(context, references, attempts);
    Sweep sweep = new Sweep(context, marks);
    Execute execute =
        new Execute(
            context,
            next,
            new SettleByName(context, names, followUps, next),
            new SettleByMark(context, sweep, followUps, next));
    steps.put(Task.Job.EXPIRE, this::expire);
    steps.put(Task.Job.CHECK, new CheckReferences(context, references)::run);
    steps.put(Task.Job.EXECUTE, execute::run);
    steps.put(Task.Job.PROGRESS, new FollowProgress(context)::run);
    steps.put(Task.Job.SWEEP, sweep::run);
    steps.put(Task.Job.WIPE, task -> ledger.work().wipe(task.part()));
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
  public record ProcessContext(
      String name, Clock clock, Ids ids, LongSupplier nanos, ScheduledExecutorService executor) {}

  /** What is done with a task of one sort. */
  private interface TaskRunner {
    void run(Task task) throws InterruptedException;
  }

  private void expire(Task task) {
    context.work().expire(task.requestId());
    context.work().done(task);
  }

  /** Starts the loops. */
  public void start() {
    long poll = context.settings().poll().toMillis();
    for (Task.Job job : Task.Job.values()) {
      loops.add(every(poll, () -> poll(job)));
    }
    loops.add(every(FORGET_EVERY.toMillis(), () -> context.work().forgetOld()));
  }

  private ScheduledFuture<?> every(long millis, Runnable loop) {
    return executor.scheduleWithFixedDelay(
        () -> guarded("loop", loop), millis, millis, TimeUnit.MILLISECONDS);
  }

  private void poll(Task.Job job) {
    for (Task task : context.work().due(job, AT_ONCE)) {
      String key = job + " " + task.part().requestId() + " " + task.part().number();
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
    Optional<Task> taken = context.work().take(task, context.settings().lease());
    if (taken.isEmpty()) {
      return;
    }
    try {
      Objects.requireNonNull(steps.get(task.job())).run(taken.get());
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
    for (Task.Job job : Task.Job.values()) {
      for (Task task : context.work().due(job, AT_ONCE)) {
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
