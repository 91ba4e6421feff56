// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import java.io.IOException;

/** Tries again when a connection fails: once at once, then after 100, 200, 400 and 800 ms. */
final class BackOff {
  /** Waits; handed in so that tests need not. */
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /** Something that talks to the platform. */
  interface Try<T> {
    T run() throws IOException;
  }

  private static final long[] WAITS = {0, 100, 200, 400, 800};

  private final Pause pause;

  BackOff(Pause pause) {
    this.pause = pause;
  }

  /** The first success, or the last failure when all six tries failed or this thread must stop. */
  <T> T retry(Try<T> attempt) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        return attempt.run();
      } catch (IOException e) {
        if (tries == WAITS.length || !waited(WAITS[tries])) {
          throw e;
        }
      }
    }
  }

  private boolean waited(long millis) {
    try {
      pause.millis(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
