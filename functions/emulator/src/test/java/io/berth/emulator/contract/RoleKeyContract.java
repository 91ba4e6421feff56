// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Temporary keys, which are good only together with their token. */
interface RoleKeyContract extends OnEmulator {
  @Test
  default void refusesATokenThatDoesNotBelongToTheKey() {
    Key withToken = new Key(key().id(), key().secret(), Optional.of("not-a-token"));

    assertThat(code(create("payments", "").with(withToken))).isEqualTo("AuthFailure.TokenFailure");
    assertThat(count("registries")).isZero();
  }

  @Test
  default void takesTheKeyOfARoleWithItsTokenOnly() {
    try (RoleKey role = RoleKey.of(cloud())) {
      Ask describe = tcr("DescribeInstances", "{}");
      Key wrong = new Key(role.key().id(), role.key().secret(), Optional.of("another-token"));
      Key without = new Key(role.key().id(), role.key().secret());

      assertThat(code(describe.with(role.key()))).isEqualTo("ok");
      assertThat(code(describe.with(wrong))).isEqualTo("AuthFailure.TokenFailure");
      assertThat(code(describe.with(without))).isEqualTo("AuthFailure.TokenFailure");
    }
  }
}
