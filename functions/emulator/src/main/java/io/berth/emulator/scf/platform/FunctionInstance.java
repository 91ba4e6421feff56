// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.InvocationResult.FunctionFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One instance of a function: which phase it is in, which event it works on, and how long it may.
 * One invocation at a time. State changes under the lock; what follows from them (writing to a
 * poll, ending a process, telling the caller) happens outside of it.
 */
final class FunctionInstance implements RuntimeApiServer.RuntimeCalls {
  private enum Phase {
    STARTING,
    READY,
    ENDED
  }

  private static final Runnable NOTHING = () -> {};

  private final Revision revision;
  private final InstanceHost host;
  private final InstanceLog journal;
  private final InstanceOwner owner;
  private final Deadline deadline;
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  private Phase phase = Phase.STARTING;
  private Optional<BootstrapProcess> bootstrap = Optional.empty();
  private Optional<FunctionInvocation> current;
  private Optional<RuntimeApiServer.WaitingPoll> waiting = Optional.empty();
  private Instant idleSince = Instant.EPOCH;
  private boolean retired;

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
    this.journal = new InstanceLog(log, revision.configuration(), first);
    this.owner = owner;
    this.deadline = new Deadline(host.timer());
    this.current = Optional.of(first);
  }

  /** Starts the process; a failure ends the instance and its first invocation. */
  void start() {
    journal.start();
    try {
      launch();
    } catch (IOException e) {
      end(
          new FunctionFailure(
              FunctionFailure.PROCESS_EXIT, "bootstrap could not be started: " + e.getMessage()));
      gone.complete(null);
    }
  }

  private synchronized void launch() throws IOException {
    BootstrapProcess started = BootstrapProcess.start(revision, this, journal::output, host);
    bootstrap = Optional.of(started);
    started.exit().thenAcceptAsync(this::exited, host.timer());
    long seconds = revision.configuration().initTimeoutSeconds();
    arm(
        seconds,
        new FunctionFailure(
            FunctionFailure.INIT_TIMEOUT,
            "init timeout: bootstrap did not post /runtime/init/ready within "
                + seconds
                + " seconds"));
    if (phase == Phase.ENDED) {
      started.stop(true);
    }
  }

  /** Takes an invocation when it is idle and runs this revision. */
  boolean offer(Revision wanted, FunctionInvocation invocation) {
    Runnable then;
    synchronized (this) {
      if (phase != Phase.READY || current.isPresent() || retired || revision != wanted) {
        return false;
      }
      current = Optional.of(invocation);
      journal.begin(invocation);
      armFetch();
      then = handOver();
    }
    then.run();
    return true;
  }

  @Override
  public void ready() {
    Runnable then;
    synchronized (this) {
      if (phase != Phase.STARTING) {
        return; // sent again: the first counts
      }
      phase = Phase.READY;
      journal.initialised();
      armFetch();
      then = handOver();
    }
    then.run();
    bootstrap().ifPresent(BootstrapProcess::remember);
  }

  @Override
  public void next(RuntimeApiServer.WaitingPoll poll) {
    Runnable then;
    synchronized (this) {
      if (phase == Phase.ENDED) {
        then = () -> poll.refuse("this instance is being ended");
      } else {
        // Two polls at once: the newer one counts, the older may be a connection long lost [I].
        Runnable older = refuseWaiting("a newer poll took the place of this one");
        waiting = Optional.of(poll);
        Runnable newer = handOver();
        then =
            () -> {
              older.run();
              newer.run();
            };
      }
    }
    then.run();
  }

  // Asked again within one invocation: the same event again. Before ready: the poll waits [I].
  private Runnable handOver() {
    if (phase != Phase.READY || waiting.isEmpty() || current.isEmpty()) {
      return NOTHING;
    }
    RuntimeApiServer.WaitingPoll poll = waiting.get();
    FunctionInvocation invocation = current.get();
    waiting = Optional.empty();
    if (invocation.deliver()) {
      long seconds = revision.configuration().timeoutSeconds();
      arm(
          seconds,
          new FunctionFailure(
              FunctionFailure.TIMEOUT, "Invoking task timed out after " + seconds + " seconds"));
    }
    return () -> poll.event(invocation, revision.configuration());
  }

  @Override
  public void response(byte[] body) {
    settle(new InvocationResult.FunctionAnswer(body));
  }

  @Override
  public void responseTooLarge() {
    settle(
        new FunctionFailure(
            FunctionFailure.RESPONSE_TOO_LARGE, "the response is larger than 6 MB"));
  }

  @Override
  public void error(String text) {
    settle(new FunctionFailure(FunctionFailure.USER_CODE_ERROR, text));
  }

  // The first post is final; one without an event delivered changes nothing.
  private void settle(InvocationResult result) {
    journal.catchUp(bootstrap());
    FunctionInvocation done;
    boolean ends;
    synchronized (this) {
      if (current.isEmpty() || !current.get().delivered()) {
        return;
      }
      done = current.get();
      journal.finish(done, result, bootstrap());
      current = Optional.empty();
      deadline.clear();
      idleSince = host.clock().instant();
      ends = retired;
    }
    done.report().complete(journal.report(done, result, bootstrap()));
    if (ends) {
      end(new FunctionFailure(FunctionFailure.PROCESS_EXIT, "retired"));
    }
  }

  /** Takes no more work; ends now, or after the invocation it is at. */
  void retire() {
    boolean idle;
    synchronized (this) {
      retired = true;
      idle = current.isEmpty();
    }
    if (idle) {
      end(new FunctionFailure(FunctionFailure.PROCESS_EXIT, "retired"));
    }
  }

  /** Collects output, and ends the instance when it has been idle for too long. */
  void tick() {
    journal.catchUp(bootstrap());
    boolean over;
    long seen;
    synchronized (this) {
      seen = deadline.stage();
      over =
          phase == Phase.READY
              && current.isEmpty()
              && !host.clock().instant().isBefore(idleSince.plus(host.limits().idle()));
    }
    if (over) {
      end(new FunctionFailure(FunctionFailure.PROCESS_EXIT, "idle"), false, OptionalLong.of(seen));
    }
  }

  private void exited(int code) {
    journal.lastWords(bootstrap());
    Optional<FunctionInvocation> unheard = takeUndelivered();
    String when = readyOnce() ? "before it answered" : "before it was ready";
    end(
        new FunctionFailure(
            FunctionFailure.PROCESS_EXIT, "the process ended with exit code " + code + " " + when));
    unheard.ifPresent(owner::giveBack);
    try {
      bootstrap().ifPresent(BootstrapProcess::release);
    } finally {
      gone.complete(null);
    }
  }

  // A process may well end after an answer, and the next call must not suffer for it.
  private synchronized Optional<FunctionInvocation> takeUndelivered() {
    Optional<FunctionInvocation> unheard =
        current.filter(given -> phase == Phase.READY && !given.delivered());
    if (unheard.isPresent()) {
      current = Optional.empty();
    }
    return unheard;
  }

  private synchronized boolean readyOnce() {
    return phase == Phase.READY;
  }

  /** Ends the instance: SIGTERM, and SIGKILL when that does not help. */
  void end(FunctionFailure why) {
    end(why, false, OptionalLong.empty());
  }

  // With a stage: only when nothing has happened since then, a new invocation for example.
  private void end(FunctionFailure why, boolean atOnce, OptionalLong onlyAt) {
    Optional<FunctionInvocation> lost;
    Runnable poll;
    synchronized (this) {
      if (phase == Phase.ENDED || onlyAt.orElse(deadline.stage()) != deadline.stage()) {
        return;
      }
      phase = Phase.ENDED;
      lost = current;
      current = Optional.empty();
      poll = refuseWaiting("this instance is being ended");
      deadline.clear();
    }
    owner.ended(this);
    journal.catchUp(bootstrap());
    bootstrap().ifPresent(given -> given.stop(atOnce));
    poll.run();
    lost.ifPresent(
        invocation -> {
          journal.finish(invocation, why, bootstrap());
          invocation.report().complete(journal.report(invocation, why, bootstrap()));
        });
  }

  /** Completed when the process is gone and its files are removed. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  private synchronized Optional<BootstrapProcess> bootstrap() {
    return bootstrap;
  }

  private Runnable refuseWaiting(String why) {
    Optional<RuntimeApiServer.WaitingPoll> older = waiting;
    waiting = Optional.empty();
    return () -> older.ifPresent(poll -> poll.refuse(why));
  }

  private void armFetch() {
    long seconds = revision.configuration().timeoutSeconds();
    arm(
        seconds,
        new FunctionFailure(
            FunctionFailure.TIMEOUT,
            "waiting for event timed out: /runtime/invocation/next was not called within "
                + seconds
                + " seconds"));
  }

  // A function that overran is killed at once: after SIGTERM its threads would go on for a while,
  // and might still do what the caller has been told did not come to an end [I].
  private void arm(long seconds, FunctionFailure why) {
    deadline.set(seconds, stage -> end(why, true, OptionalLong.of(stage)));
  }
}
