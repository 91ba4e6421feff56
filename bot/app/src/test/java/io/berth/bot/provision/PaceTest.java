// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration WINDOW = Duration.ofMillis(100);

  @Test
  void noWindowEverSeesMoreCallsThanAllowed() throws Exception {
    Pace pace = new Pace(5, WINDOW, System::nanoTime);
    ConcurrentSkipListSet<Long> starts = new ConcurrentSkipListSet<>();

    Race.of(
        40,
        i -> {
          try {
            Pace.Turn turn = pace.enter();
            starts.add(System.nanoTime());
            turn.close();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return i;
        });

    List<Long> sorted = List.copyOf(starts);
    assertThat(sorted).hasSize(40);
    for (int i = 5; i < sorted.size(); i++) {
      assertThat(sorted.get(i) - sorted.get(i - 5)).isGreaterThanOrEqualTo(WINDOW.toNanos());
    }
  }

  @Test
  void countsFromTheAnswerAndNotFromTheCall() throws Exception {
    AtomicLong now = new AtomicLong();
    Pace pace = new Pace(1, WINDOW, now::get);
    Pace.Turn first = pace.enter();
    now.addAndGet(WINDOW.toNanos() * 10);
    first.close();

    Thread second =
        new Thread(
            () -> {
              try {
                pace.enter();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    second.start();
    second.join(50);
    assertThat(second.isAlive()).isTrue();

    now.addAndGet(WINDOW.toNanos());
    second.join(5_000);
    assertThat(second.isAlive()).isFalse();
  }

  @Test
  void aWaiterThatIsInterruptedLosesNoTurn() throws Exception {
    Pace pace = new Pace(1, WINDOW, System::nanoTime);
    pace.enter().close();
    Thread waiter =
        new Thread(
            () -> {
              try {
                pace.enter();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waiter.start();
    waiter.interrupt();
    waiter.join(5_000);

    pace.enter().close();
    assertThat(waiter.isAlive()).isFalse();
  }
}
