// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The Custom Runtime loop: says ready, then takes one event after the other. It ends when the
 * platform is gone, when it is told to stop, or when the virtual machine itself has failed.
 */
final class RuntimeLoop {
  private final RuntimeApi api;
  private final Host host;
  private final BackOff backOff;
  private final Semaphore idle = new Semaphore(1);
  private volatile boolean stopping;

  RuntimeLoop(RuntimeApi api, Host host, BackOff.Pause pause) {
    this.api = api;
    this.host = host;
    this.backOff = new BackOff(pause);
  }

  /** Runs until the end; the process's exit status: 0 after {@link #stop}, else 1. */
  int run(RequestStreamHandler handler) {
    try (Watchdog watchdog = new Watchdog()) {
      backOff.retry(
          () -> {
            api.ready();
            return true;
          });
      boolean healthy = true;
      while (healthy && !stopping) {
        RuntimeApi.Event event = backOff.retry(this::next);
        idle.acquireUninterruptibly();
        try {
          healthy = new Invocation(api, host, backOff, event).run(handler, watchdog);
        } finally {
          idle.release();
        }
      }
      return healthy ? 0 : 1;
    } catch (IOException e) {
      if (stopping) {
        return 0;
      }
      host.log().say(LogLevel.ERROR, "the platform is gone: " + e.getMessage());
      return 1;
    }
  }

  /** Ends {@link #run} once the present event is answered. */
  void takeNoMore() {
    stopping = true;
  }

  /** Takes no further event, and waits until the present one is answered or the grace is over. */
  void stop(Duration grace) {
    stopping = true;
    try {
      if (idle.tryAcquire(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        idle.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.hangUp();
  }

  private RuntimeApi.Event next() throws IOException {
    try {
      return api.next();
    } catch (IOException e) {
      if (stopping) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
  }
}
