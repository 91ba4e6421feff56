// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Secret;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private final SigningKeys keys = new SigningKeys();

  @Test
  void keepsTheKeyForTheDay() {
    byte[] first = keys.key(credentials("one"), DAY, "tcr");

    assertThat(keys.key(credentials("one"), DAY, "tcr")).isSameAs(first);
    assertThat(first).isEqualTo(Signature.signingKey("one", DAY, "tcr"));
  }

  @Test
  void makesAnotherForAnotherDayServiceOrKey() {
    keys.key(credentials("one"), DAY, "tcr");

    assertThat(keys.key(credentials("one"), DAY.plusDays(1), "tcr"))
        .isEqualTo(Signature.signingKey("one", DAY.plusDays(1), "tcr"));
    assertThat(keys.key(credentials("one"), DAY, "tat"))
        .isEqualTo(Signature.signingKey("one", DAY, "tat"));
    assertThat(keys.key(credentials("two"), DAY, "tat"))
        .isEqualTo(Signature.signingKey("two", DAY, "tat"));
  }

  private static Credentials credentials(String key) {
    return new Credentials("AKID", Secret.of(key), Optional.empty());
  }
}
