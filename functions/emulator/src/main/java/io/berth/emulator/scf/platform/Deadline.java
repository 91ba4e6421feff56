// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The one time limit that runs at a time. Each setting is a new stage, so that a limit which fires
 * in the moment it is replaced can be told from the one that counts. Guarded by its owner's lock.
 */
final class Deadline {
  private final ScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> running = Optional.empty();
  private long stage;

  Deadline(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  long stage() {
    return stage;
  }

  /** Replaces the limit; {@code over} is called with the stage it was set at. */
  void set(long seconds, LongConsumer over) {
    clear();
    long mine = stage;
    running = Optional.of(timer.schedule(() -> over.accept(mine), seconds, TimeUnit.SECONDS));
  }

  void clear() {
    stage++;
    running.ifPresent(given -> given.cancel(false));
    running = Optional.empty();
  }
}
