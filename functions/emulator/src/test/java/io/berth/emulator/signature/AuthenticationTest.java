// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.SettableClock;
import io.berth.emulator.error.ApiError;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Temporary keys of roles, which no client has before a function runs. */
class AuthenticationTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final Keys keys = new Keys("AKID1", "key1", new SecureRandom());
  private final Keys.TemporaryKey key = keys.issue("tcr-role");
  private final Authentication authentication = new Authentication(keys, new SettableClock(NOW));

  private CommonParameters asked(String... more) throws ApiError {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("Action", "DescribeInstances");
    parameters.put("SecretId", key.secretId());
    parameters.put("Timestamp", Long.toString(NOW.getEpochSecond()));
    parameters.put("Nonce", "1");
    for (int i = 0; i < more.length; i += 2) {
      parameters.put(more[i], more[i + 1]);
    }
    String plain =
        parameters.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining("&"));
    byte[] mac =
        SignatureDigests.hmac(
            "HmacSHA1", SignatureDigests.utf8(key.secretKey()), "GET127.0.0.1/?" + plain);
    String signature = Base64.getEncoder().encodeToString(mac).replace("+", "%2B");
    String query = plain + "&Signature=" + signature;
    return CommonParameters.of(
        new RawRequest("GET", query, Map.of("host", List.of("127.0.0.1")), new byte[0]));
  }

  @Test
  void takesATemporaryKeyWithItsToken() throws ApiError {
    assertThat(authentication.secretId(asked("Token", key.token()))).isEqualTo(key.secretId());
  }

  @Test
  void refusesATemporaryKeyWithoutItsTokenOrWithAnother() {
    for (String[] token : new String[][] {{}, {"Token", "other"}, {"Token", ""}}) {
      assertThatThrownBy(() -> authentication.secretId(asked(token)))
          .isInstanceOfSatisfying(
              ApiError.class, e -> assertThat(e.code()).isEqualTo("AuthFailure.TokenFailure"));
    }
  }

  @Test
  void refusesARevokedKeyAsUnknown() {
    keys.revoke(key);

    assertThatThrownBy(() -> authentication.secretId(asked("Token", key.token())))
        .isInstanceOfSatisfying(
            ApiError.class, e -> assertThat(e.code()).isEqualTo("AuthFailure.SecretIdNotFound"));
  }
}
