// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Waiting for news. */
class WorkspaceTest {
  private final Workspace workspace = new Workspace(Clock.systemUTC(), new SecureRandom());

  @Test
  void wakesWhoWaitsAsSoonAsSomethingChanges() throws Exception {
    FutureTask<Long> waiting = waitingForNews();
    workspace.changed();
    assertThat(awoken(waiting)).isEqualTo(2);
  }

  @Test
  void wakesWhoWaitsWhenItIsClosed() throws Exception {
    FutureTask<Long> waiting = waitingForNews();
    workspace.close();
    assertThat(awoken(waiting)).isEqualTo(1);
  }

  @Test
  void waitsNoLongerThanAsked() throws Exception {
    assertThat(workspace.awaitNewer(1, Duration.ofMillis(1))).isEqualTo(1);
  }

  /** Returns once the other thread really waits: nothing else wakes it within the hour. */
  private FutureTask<Long> waitingForNews() {
    FutureTask<Long> task =
        new FutureTask<>(() -> workspace.awaitNewer(workspace.version(), Duration.ofHours(1)));
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
      Thread.onSpinWait();
    }
    return task;
  }

  private static long awoken(FutureTask<Long> task)
      throws ExecutionException, InterruptedException, TimeoutException {
    return task.get(10, TimeUnit.SECONDS);
  }
}
