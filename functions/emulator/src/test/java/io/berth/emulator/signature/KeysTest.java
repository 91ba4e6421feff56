// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {
  private final Keys keys = new Keys("AKID1", "key1", new SecureRandom());

  @Test
  void knowsTheAccountsKeyWithoutToken() {
    assertThat(keys.secretKeyOf("AKID1", Optional.empty())).contains("key1");
    assertThat(keys.secretKeyOf("AKID1", Optional.of("any"))).isEmpty();
    assertThat(keys.secretKeyOf("AKID2", Optional.empty())).isEmpty();
  }

  @Test
  void issuesRoleKeysThatNeedTheirToken() {
    Keys.TemporaryKey key = keys.issue("tcr-role");

    assertThat(keys.secretKeyOf(key.secretId(), Optional.of(key.token())))
        .contains(key.secretKey());
    assertThat(keys.secretKeyOf(key.secretId(), Optional.empty())).isEmpty();
    assertThat(keys.secretKeyOf(key.secretId(), Optional.of("other"))).isEmpty();
    assertThat(key.toString()).doesNotContain(key.secretKey()).doesNotContain(key.token());
  }

  @Test
  void forgetsARevokedKey() {
    Keys.TemporaryKey key = keys.issue("tcr-role");
    keys.revoke(key);

    assertThat(keys.secretKeyOf(key.secretId(), Optional.of(key.token()))).isEmpty();
  }
}
