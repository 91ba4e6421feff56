// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 20 calls of an action in a second. */
interface RateContract extends OnEmulator {
  @Test
  default void refusesTheTwentyFirstCallInASecondWithNoEffect() {
    Ask create = tat("CreateRegisterCode", "{}");
    for (int i = 0; i < 20; i++) {
      accepted(create);
    }

    Reply refused = ask(create);

    assertThat(refused.code()).isEqualTo("RequestLimitExceeded");
    assertThat(refused.message())
        .isEqualTo(
            "Your current request times equals to `21` in a second, which exceeds the frequency"
                + " limit `20` for a second. Please reduce the frequency of calls.");
    assertThat(count("registerCodes")).isEqualTo(20);
    assertThat(code(tat("DescribeRegisterCodes", "{}"))).isEqualTo("ok");
    cloud().clock.advance(Duration.ofSeconds(1));
    assertThat(code(create)).isEqualTo("ok");
  }
}
