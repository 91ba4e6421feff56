// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final CallMetrics metrics = new CallMetrics(clock);

  private void call(Duration took) {
    Instant start = metrics.now();
    clock.advance(took);
    metrics.ended(new CallRecorder("id", "POST", start).entry(start), List.of(), start);
  }

  private List<Long> buckets() {
    return metrics.figures().buckets();
  }

  @Test
  void takesABoundIntoItsBucketAndWhatIsLongerIntoTheNext() {
    call(Duration.ofMillis(1));
    call(Duration.ofMillis(1).plusNanos(1));
    call(Duration.ofMillis(2));

    assertThat(buckets().subList(0, 3)).containsExactly(1L, 2L, 0L);
    assertThat(metrics.figures().total()).isEqualTo(Duration.ofMillis(4).plusNanos(1));
  }

  @Test
  void hasABucketForWhatIsLongerThanEveryBound() {
    call(Duration.ofMinutes(1));
    call(Duration.ofHours(1));

    assertThat(buckets().subList(14, 16)).containsExactly(1L, 1L);
  }

  @Test
  void takesAClockThatWasPutBackForNoTime() {
    call(Duration.ofSeconds(-5));

    assertThat(buckets().get(0)).isEqualTo(1);
    assertThat(metrics.figures().total()).isZero();
  }

  @Test
  void givesFiguresThatDoNotChangeAfterwards() {
    CallMetrics.Figures before = metrics.figures();
    call(Duration.ZERO);

    assertThat(before.calls()).isEmpty();
    assertThat(before.buckets()).containsOnly(0L);
    assertThat(metrics.figures().calls()).hasSize(1);
  }
}
