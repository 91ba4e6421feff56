// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.state;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.SettableClock;
import io.berth.emulator.error.ApiError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00.900Z"));
  private final RateLimit limit = new RateLimit(clock);

  private void take(int times) throws ApiError {
    for (int i = 0; i < times; i++) {
      limit.take("2019-09-24", "CreateInstance");
    }
  }

  @Test
  void refusesTheTwentyFirstCallOfASecondInTheObservedWords() throws ApiError {
    take(20);

    assertThatThrownBy(() -> take(1))
        .hasMessage(
            "Your current request times equals to `21` in a second, which exceeds the frequency"
                + " limit `20` for a second. Please reduce the frequency of calls.");
    assertThatThrownBy(() -> take(1)).hasMessageContaining("`22`");
  }

  @Test
  void startsAnewWithEverySecondOfItsClock() throws ApiError {
    take(20);
    clock.advance(Duration.ofMillis(100));

    assertThatCode(() -> take(20)).doesNotThrowAnyException();
  }

  @Test
  void countsEachActionForItself() throws ApiError {
    take(20);

    assertThatCode(() -> limit.take("2019-09-24", "DescribeInstances")).doesNotThrowAnyException();
  }
}
