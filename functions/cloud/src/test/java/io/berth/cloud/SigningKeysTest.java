// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-21T23:59:59.999Z");
  private final SigningKeys keys = new SigningKeys();

  @Test
  void keepsTheKeyForTheDay() {
    SigningKey first = keys.key(credentials("one"), MORNING, "tcr");

    assertThat(keys.key(credentials("one"), NIGHT, "tcr")).isSameAs(first);
    assertThat(first.bytes()).isEqualTo(SigningKey.of("one", NIGHT, "tcr").bytes());
    assertThat(first.scope()).isEqualTo("2026-11-21/tcr/tc3_request");
  }

  @Test
  void makesAnotherForAnotherDayServiceOrKey() {
    keys.key(credentials("one"), MORNING, "tcr");
    Instant next = NIGHT.plus(Duration.ofMillis(1));

    assertThat(keys.key(credentials("one"), next, "tcr").bytes())
        .isEqualTo(SigningKey.of("one", next, "tcr").bytes());
    assertThat(keys.key(credentials("one"), next, "tcr").scope())
        .isEqualTo("2026-11-22/tcr/tc3_request");
    assertThat(keys.key(credentials("one"), next, "tat").bytes())
        .isEqualTo(SigningKey.of("one", next, "tat").bytes());
    assertThat(keys.key(credentials("two"), next, "tat").bytes())
        .isEqualTo(SigningKey.of("two", next, "tat").bytes());
  }

  private static Credentials credentials(String key) {
    return new Credentials("AKID", Secret.of(key), Optional.empty());
  }
}
