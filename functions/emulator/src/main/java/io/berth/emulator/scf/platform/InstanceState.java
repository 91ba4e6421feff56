// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.RuntimeApiServer.WaitingPoll;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which phase an instance is in, the invocation it works on, and the poll that waits for one. Knows
 * neither process nor time limits. Guarded by its instance's lock.
 */
final class InstanceState {
  private enum Phase {
    STARTING,
    READY,
    ENDED
  }

  private Phase phase = Phase.STARTING;
  private Optional<FunctionInvocation> current;
  private Optional<WaitingPoll> waiting = Optional.empty();
  private Instant idleSince = Instant.EPOCH;
  private boolean retired;

  /**
   * @param first the invocation that the instance is started for
   */
  InstanceState(FunctionInvocation first) {
    this.current = Optional.of(first);
  }

  /** An invocation and the poll that gets it. */
  record EventDelivery(FunctionInvocation invocation, WaitingPoll poll) {}

  /** What an instance leaves behind that ends. */
  record Unfinished(Optional<FunctionInvocation> invocation, Optional<WaitingPoll> poll) {}

  boolean isReady() {
    return phase == Phase.READY;
  }

  boolean hasEnded() {
    return phase == Phase.ENDED;
  }

  boolean isRetired() {
    return retired;
  }

  boolean isIdle() {
    return current.isEmpty();
  }

  /** Whether it has been without an invocation for so long. */
  boolean isIdleFor(Duration time, Instant now) {
    return isReady() && isIdle() && !now.isBefore(idleSince.plus(time));
  }

  /** Takes an invocation; false when it is not ready, busy, or takes no more work. */
  boolean take(FunctionInvocation invocation) {
    boolean free = isReady() && isIdle() && !retired;
    if (free) {
      current = Optional.of(invocation);
    }
    return free;
  }

  /** False when it was ready before, or is not any more. */
  boolean becomeReady() {
    boolean first = phase == Phase.STARTING;
    if (first) {
      phase = Phase.READY;
    }
    return first;
  }

  /**
   * A poll waits from now on. Two at once: the newer one counts, the older may be a connection long
   * lost [I].
   *
   * @return the older one
   */
  Optional<WaitingPoll> hold(WaitingPoll poll) {
    Optional<WaitingPoll> older = waiting;
    waiting = Optional.of(poll);
    return older;
  }

  /**
   * Takes the waiting poll for the invocation there is. Asked again within one invocation: the same
   * event again. Before ready: the poll waits [I].
   */
  Optional<EventDelivery> deliver() {
    if (!isReady() || waiting.isEmpty() || current.isEmpty()) {
      return Optional.empty();
    }
    EventDelivery delivery = new EventDelivery(current.get(), waiting.get());
    waiting = Optional.empty();
    return Optional.of(delivery);
  }

  /**
   * Ends the invocation that a result was posted for. The first post is final; one without an event
   * delivered changes nothing.
   */
  Optional<FunctionInvocation> finish(Instant now) {
    Optional<FunctionInvocation> done = current.filter(FunctionInvocation::delivered);
    if (done.isPresent()) {
      current = Optional.empty();
      idleSince = now;
    }
    return done;
  }

  /** From now on it takes no more work. */
  void retire() {
    retired = true;
  }

  /**
   * The invocation that the process never got to see: a process may well end after an answer, and
   * the next call must not suffer for it.
   */
  Optional<FunctionInvocation> takeUndelivered() {
    Optional<FunctionInvocation> unheard =
        current.filter(invocation -> isReady() && !invocation.delivered());
    if (unheard.isPresent()) {
      current = Optional.empty();
    }
    return unheard;
  }

  /** Ends it, for good. */
  Unfinished end() {
    Unfinished left = new Unfinished(current, waiting);
    phase = Phase.ENDED;
    current = Optional.empty();
    waiting = Optional.empty();
    return left;
  }
}
