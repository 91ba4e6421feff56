// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import java.io.IOException;

/**
 * Lets many callers share one write. Whoever comes while a write is under way cannot know whether
 * it still has their change, so they wait for the next one, all for the same.
 */
final class GroupCommit {
  /** Writes everything that there is when it is called. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  private final Write write;
  private long begun;
  private long done;
  private boolean running;

  GroupCommit(Write write) {
    this.write = write;
  }

  /**
   * Returns when a write that began after this call has ended; the first who waits carries it out.
   */
  void await() throws IOException {
    long enough;
    synchronized (this) {
      enough = begun + 1;
      while (running && done < enough) {
        pause();
      }
      if (done >= enough) {
        return;
      }
      running = true;
      begun++;
    }
    lead();
  }

  private void lead() throws IOException {
    boolean written = false;
    try {
      write.run();
      written = true;
    } finally {
      synchronized (this) {
        running = false;
        // After a failure the next who waits tries, and tells its own caller.
        done = written ? begun : done;
        notifyAll();
      }
    }
  }

  // The loop is in await(), the only one who calls this.
  @SuppressWarnings("WaitNotInLoop")
  private void pause() throws IOException {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the emulator is about to end", e);
    }
  }
}
