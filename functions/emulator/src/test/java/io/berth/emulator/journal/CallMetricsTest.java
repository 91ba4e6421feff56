// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.SettableClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final CallMetrics metrics = new CallMetrics(registry, clock, List.of("hang"));

  private void call(Duration took) {
    Instant start = metrics.now();
    clock.advance(took);
    metrics.ended(new CallRecorder("id", "POST", start).entry(start), List.of(), start);
  }

  private Timer durations() {
    return registry.get("berth.emulator.call.duration").timer();
  }

  /** How many calls took at most as long as each bound, the shortest bound first. */
  private List<Double> upTo() {
    return Arrays.stream(durations().takeSnapshot().histogramCounts())
        .map(CountAtBucket::count)
        .toList();
  }

  @Test
  void takesABoundIntoItsBucketAndWhatIsLongerIntoTheNext() {
    call(Duration.ofMillis(1));
    call(Duration.ofMillis(1).plusNanos(1));
    call(Duration.ofMillis(2));

    assertThat(upTo().subList(0, 3)).containsExactly(1.0, 3.0, 3.0);
    assertThat(durations().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(4_000_001);
  }

  @Test
  void countsWhatIsLongerThanEveryBound() {
    call(Duration.ofMinutes(1));
    call(Duration.ofHours(1));

    assertThat(upTo().subList(13, 15)).containsExactly(0.0, 1.0);
    assertThat(durations().count()).isEqualTo(2);
  }

  @Test
  void takesAClockThatWasPutBackForNoTime() {
    call(Duration.ofSeconds(-5));

    assertThat(upTo().get(0)).isEqualTo(1);
    assertThat(durations().totalTime(TimeUnit.NANOSECONDS)).isZero();
  }

  @Test
  void showsAnEffectBeforeAnyCallWasStruck() {
    assertThat(registry.scrape())
        .contains("berth_emulator_faults_struck_total{effect=\"hang\"} 0.0");
  }
}
