// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that speaks up shortly before a call's time is over. */
final class Watchdog implements AutoCloseable {
  private static final long MARGIN_MILLIS = 200;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "watchdog");
            daemon.setDaemon(true);
            return daemon;
          });

  /** Set for one call. */
  interface Alarm {
    void cancel();
  }

  /** When to speak, given the time left: early enough that the answer still gets out. */
  static long before(long remainingMillis) {
    return remainingMillis - Math.min(MARGIN_MILLIS, remainingMillis / 10);
  }

  Alarm in(long millis, Runnable work) {
    Future<?> future = thread.schedule(work, millis, TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
