// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @Test
  void readsTheFourUnits() {
    assertThat(Durations.parse("500ms")).contains(Duration.ofMillis(500));
    assertThat(Durations.parse("20s")).contains(Duration.ofSeconds(20));
    assertThat(Durations.parse("15m")).contains(Duration.ofMinutes(15));
    assertThat(Durations.parse("24h")).contains(Duration.ofHours(24));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", "20", "1.5s", "-1s", "20 s", "20S", "PT20S", "1d", "9999999999s", "٣s"})
  void refusesEverythingElse(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Test
  void showsATimeAsItIsRead() {
    for (String text : new String[] {"500ms", "20s", "15m", "24h", "90m"}) {
      assertThat(Durations.show(Durations.parse(text).orElseThrow())).isEqualTo(text);
    }
  }
}
