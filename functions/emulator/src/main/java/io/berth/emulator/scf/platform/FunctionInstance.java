// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.InvocationResult.FunctionFailure;
import io.berth.emulator.scf.platform.RuntimeApiServer.WaitingPoll;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One instance of a function: its process, what it is told and how long it may take. One invocation
 * at a time. State changes under the lock; what follows from them (writing to a poll, ending a
 * process, telling the caller) happens outside of it.
 */
final class FunctionInstance implements RuntimeApiServer.RuntimeCalls {
  private final Revision revision;
  private final InstanceHost host;
  private final InstanceLog log;
  private final InstanceOwner owner;
  private final InstanceState state;
  private final Deadline deadline;
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  private Optional<BootstrapProcess> bootstrap = Optional.empty();

  /** Who has the instance. */
  interface InstanceOwner {
    /** Takes no more work; called once. */
    void ended(FunctionInstance instance);

    /** The instance died before it got the invocation, which can go to another one. */
    void giveBack(FunctionInvocation invocation);
  }

  /**
   * @param first the invocation that the instance is started for
   */
  FunctionInstance(
      Revision revision,
      FunctionInvocation first,
      InstanceHost host,
      FunctionLog log,
      InstanceOwner owner) {
    this.revision = revision;
    this.host = host;
    this.log = new InstanceLog(log, revision.configuration(), first);
    this.owner = owner;
    this.state = new InstanceState(first);
    this.deadline = new Deadline(host.timer());
  }

  /** Starts the process; a failure ends the instance and its first invocation. */
  void start() {
    log.start();
    try {
      launch();
    } catch (IOException e) {
      end(FunctionFailure.processExit("bootstrap could not be started: " + e.getMessage()));
      gone.complete(null);
    }
  }

  private synchronized void launch() throws IOException {
    BootstrapProcess started = BootstrapProcess.start(revision, this, log::output, host);
    bootstrap = Optional.of(started);
    started.exit().thenAcceptAsync(this::exited, host.timer());
    long seconds = revision.configuration().initTimeoutSeconds();
    arm(seconds, FunctionFailure.initTimeout(seconds));
    if (state.hasEnded()) {
      started.stop(true);
    }
  }

  /** Takes an invocation when it is idle and runs this revision. */
  @SuppressWarnings("ReferenceEquality") // the very revision, not one like it
  boolean offer(Revision wanted, FunctionInvocation invocation) {
    Runnable delivery;
    synchronized (this) {
      if (revision != wanted || !state.take(invocation)) {
        return false;
      }
      log.begin(invocation);
      delivery = awaitFetch();
    }
    delivery.run();
    return true;
  }

  @Override
  public void ready() {
    Runnable delivery;
    synchronized (this) {
      if (!state.becomeReady()) {
        return; // sent again: the first counts
      }
      log.initialised();
      delivery = awaitFetch();
    }
    delivery.run();
    bootstrap().ifPresent(BootstrapProcess::remember);
  }

  private Runnable awaitFetch() {
    long seconds = revision.configuration().timeoutSeconds();
    arm(seconds, FunctionFailure.fetchTimeout(seconds));
    return deliver();
  }

  @Override
  public void next(WaitingPoll poll) {
    Optional<WaitingPoll> older = Optional.empty();
    Runnable answer;
    synchronized (this) {
      if (state.hasEnded()) {
        answer = refuseAtEnd(poll);
      } else {
        older = state.hold(poll);
        answer = deliver();
      }
    }
    older.ifPresent(lost -> lost.refuse("a newer poll took the place of this one"));
    answer.run();
  }

  private static Runnable refuseAtEnd(WaitingPoll poll) {
    return () -> poll.refuse("this instance is being ended");
  }

  private Runnable deliver() {
    return state.deliver().map(this::deliver).orElse(() -> {});
  }

  private Runnable deliver(InstanceState.EventDelivery delivery) {
    if (delivery.invocation().deliver()) {
      long seconds = revision.configuration().timeoutSeconds();
      arm(seconds, FunctionFailure.timeout(seconds));
    }
    return () -> delivery.poll().event(delivery.invocation(), revision.configuration());
  }

  @Override
  public void response(byte[] body) {
    settle(new InvocationResult.PlatformAnswer(body));
  }

  @Override
  public void responseTooLarge() {
    settle(FunctionFailure.responseTooLarge());
  }

  @Override
  public void error(String text) {
    settle(new FunctionFailure(FunctionFailure.USER_CODE_ERROR, text));
  }

  private void settle(InvocationResult result) {
    log.catchUp(bootstrap());
    Optional<FunctionInvocation> done;
    boolean ends;
    synchronized (this) {
      done = state.finish(host.clock().instant());
      done.ifPresent(invocation -> log.finish(invocation, result, bootstrap()));
      done.ifPresent(invocation -> deadline.clear());
      ends = done.isPresent() && state.isRetired();
    }
    done.ifPresent(invocation -> report(invocation, result));
    if (ends) {
      endRetired();
    }
  }

  private void report(FunctionInvocation invocation, InvocationResult result) {
    invocation.report().complete(log.report(invocation, result, bootstrap()));
  }

  /** Takes no more work; ends now, or after the invocation it is at. */
  void retire() {
    boolean idle;
    synchronized (this) {
      state.retire();
      idle = state.isIdle();
    }
    if (idle) {
      endRetired();
    }
  }

  private void endRetired() {
    end(FunctionFailure.processExit("retired"));
  }

  /** Collects output, and ends the instance when it has been idle for too long. */
  void tick() {
    log.catchUp(bootstrap());
    boolean over;
    long seen;
    synchronized (this) {
      seen = deadline.stage();
      over = state.isIdleFor(host.limits().idle(), host.clock().instant());
    }
    if (over) {
      end(FunctionFailure.processExit("idle"), false, OptionalLong.of(seen));
    }
  }

  private void exited(int code) {
    log.lastWords(bootstrap());
    Optional<FunctionInvocation> unheard = takeUndelivered();
    end(FunctionFailure.exited(code, wasReady()));
    unheard.ifPresent(owner::giveBack);
    try {
      bootstrap().ifPresent(BootstrapProcess::release);
    } finally {
      gone.complete(null);
    }
  }

  private synchronized Optional<FunctionInvocation> takeUndelivered() {
    return state.takeUndelivered();
  }

  private synchronized boolean wasReady() {
    return state.isReady();
  }

  /** Ends the instance: SIGTERM, and SIGKILL when that does not help. */
  void end(FunctionFailure why) {
    end(why, false, OptionalLong.empty());
  }

  // With a stage: only when nothing has happened since then, a new invocation for example.
  private void end(FunctionFailure why, boolean atOnce, OptionalLong onlyAt) {
    InstanceState.Unfinished left;
    synchronized (this) {
      if (state.hasEnded() || onlyAt.orElse(deadline.stage()) != deadline.stage()) {
        return;
      }
      left = state.end();
      deadline.clear();
    }
    owner.ended(this);
    log.catchUp(bootstrap());
    bootstrap().ifPresent(process -> process.stop(atOnce));
    left.poll().map(FunctionInstance::refuseAtEnd).ifPresent(Runnable::run);
    left.invocation().ifPresent(invocation -> fail(invocation, why));
  }

  private void fail(FunctionInvocation invocation, FunctionFailure why) {
    log.finish(invocation, why, bootstrap());
    report(invocation, why);
  }

  /** Completed when the process is gone and its files are removed. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  private synchronized Optional<BootstrapProcess> bootstrap() {
    return bootstrap;
  }

  // A function that overran is killed at once: after SIGTERM its threads would go on for a while,
  // and might still do what the caller has been told did not come to an end [I].
  private void arm(long seconds, FunctionFailure why) {
    deadline.set(seconds, stage -> end(why, true, OptionalLong.of(stage)));
  }
}
