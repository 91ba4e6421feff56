// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final int CALLERS = 50;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final Semaphore allowed = new Semaphore(0);
  private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
  private volatile int onDisk;

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private void write() {
    int seen = changes.get();
    writes.incrementAndGet();
    firstIsUnderWay.countDown();
    allowed.acquireUninterruptibly();
    onDisk = seen;
  }

  private static List<Future<Boolean>> start(
      ExecutorService pool, int callers, Callable<Boolean> call) {
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      all.add(pool.submit(call));
    }
    return all;
  }

  @Test
  void nobodyReturnsBeforeTheirOwnChangeIsWrittenAndWritesAreShared() throws Exception {
    GroupCommit commit = new GroupCommit(this::write);
    CountDownLatch changed = new CountDownLatch(CALLERS);
    List<Future<Boolean>> first = start(pool, 1, () -> changeAndAwait(commit, changed));
    firstIsUnderWay.await();
    List<Future<Boolean>> others = start(pool, CALLERS - 1, () -> changeAndAwait(commit, changed));
    changed.await();
    allowed.release(CALLERS);

    for (Future<Boolean> one : first) {
      assertThat(one.get()).isTrue();
    }
    for (Future<Boolean> one : others) {
      assertThat(one.get()).isTrue();
    }
    // Two, and perhaps a few more for those who changed something and were slow to wait for it.
    assertThat(writes.get()).isBetween(2, CALLERS / 2);
  }

  private boolean changeAndAwait(GroupCommit commit, CountDownLatch changed) throws IOException {
    int mine = changes.incrementAndGet();
    changed.countDown();
    commit.await();
    return onDisk >= mine;
  }

  @Test
  void aWriteThatFailsIsToldToEachAndTheNextOneIsTriedAgain() throws Exception {
    AtomicInteger left = new AtomicInteger(CALLERS);
    GroupCommit commit =
        new GroupCommit(
            () -> {
              if (left.getAndDecrement() > 0) {
                throw new IOException("no space left");
              }
            });
    List<Future<Boolean>> all =
        start(
            pool,
            CALLERS,
            () -> {
              commit.await();
              return true;
            });

    for (Future<Boolean> one : all) {
      assertThatThrownBy(one::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("no space left");
    }
    commit.await();
    assertThat(left).hasValue(-1);
  }
}
