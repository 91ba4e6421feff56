// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps to a limit of n calls per window without ever being refused: a call starts when a window
 * has passed since the answer of the call n before it. Counted from answers, because a call may
 * reach the server at any time before its answer.
 */
final class Pace {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition freed = lock.newCondition();
  private final ArrayDeque<Long> freeAt = new ArrayDeque<>();
  private final long window;
  private final LongSupplier nanos;

  /**
   * @param calls how many may fall into one window
   * @param nanos a clock that never jumps, {@code System::nanoTime}
   */
  Pace(int calls, Duration window, LongSupplier nanos) {
    this.window = window.toNanos();
    this.nanos = nanos;
    for (int i = 0; i < calls; i++) {
      freeAt.add(nanos.getAsLong());
    }
  }

  /** Waits for a turn; close it when the call's answer has come, or will not come any more. */
  Turn enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (freeAt.isEmpty()) {
        freed.await();
      }
      long free = freeAt.remove();
      long wait = free - nanos.getAsLong();
      try {
        while (wait > 0) {
          freed.awaitNanos(wait);
          wait = free - nanos.getAsLong();
        }
      } catch (InterruptedException e) {
        freeAt.addFirst(free);
        throw e;
      }
      return this::answered;
    } finally {
      lock.unlock();
    }
  }

  private void answered() {
    lock.lock();
    try {
      freeAt.add(nanos.getAsLong() + window);
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** One call's turn. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
