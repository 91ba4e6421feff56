// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  private final Identifiers identifiers = new Identifiers(new SecureRandom());

  @Test
  void makesUuidsOfVersionFour() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(identifiers.uuid());
    }

    assertThat(seen)
        .hasSize(1_000)
        .allMatch(
            id ->
                id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }

  @Test
  void makesTextsOfTheAskedLength() {
    assertThat(identifiers.lower(8)).matches("[a-z0-9]{8}");
    assertThat(identifiers.hex(32)).matches("[0-9a-f]{64}");
  }
}
