// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All state behind one lock, with a version that grows on every change so that readers can wait for
 * news. The parts ({@link PostedMessages}, {@link Views} and so on) do nothing without the lock.
 */
public final class Workspace {
  private final Timestamps timestamps;
  private final PostedMessages messages;
  private final Views views;
  private final TriggerIds triggerIds;
  private long version = 1;
  private boolean closed;

  public Workspace(Clock clock, SecureRandom random) {
    this.timestamps = new Timestamps(clock);
    this.messages = new PostedMessages(this);
    this.views = new Views(this);
    this.triggerIds = new TriggerIds(this, clock, random);
  }

  public PostedMessages messages() {
    return messages;
  }

  public Views views() {
    return views;
  }

  public TriggerIds triggerIds() {
    return triggerIds;
  }

  /** Does several things as one; nobody sees them half done. */
  public synchronized <T> T atomically(Supplier<T> work) {
    return work.get();
  }

  /** The number of the newest change. */
  public synchronized long version() {
    return version;
  }

  /** Waits until something is newer than this version, and tells the version then. */
  public synchronized long awaitNewer(long known, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos();
        version <= known && !closed && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return version;
  }

  /** Ends all waiting. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** A new ts; also used for hashes and action times. */
  public synchronized String nextTs() {
    return timestamps.next();
  }

  synchronized long changed() {
    version++;
    notifyAll();
    return version;
  }
}
