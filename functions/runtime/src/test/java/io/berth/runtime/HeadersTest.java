// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void findsANameInAnyCase() {
    Headers headers = Headers.of(Map.of("Webhook-Id", List.of("a")));

    assertThat(headers.first("WEBHOOK-ID")).contains("a");
    assertThat(headers.asMap()).containsOnlyKeys("webhook-id");
  }

  @Test
  void knowsANameThatCameTwice_inOneSpellingOrTwo() {
    assertThat(Headers.of(Map.of("webhook-id", List.of("a", "b"))).doubled("webhook-id")).isTrue();
    assertThat(
            Headers.of(Map.of("webhook-id", List.of("a"), "Webhook-Id", List.of("a")))
                .doubled("webhook-id"))
        .isTrue();
    assertThat(Headers.of(Map.of("webhook-id", List.of("a"))).doubled("webhook-id")).isFalse();
    assertThat(Headers.NONE.doubled("webhook-id")).isFalse();
  }

  @Test
  void takesThePlatformsOwnApart() {
    Headers headers =
        Headers.of(Map.of("X-Scf-Secret-Key", List.of("k"), "Accept", List.of("*/*")));

    assertThat(headers.withoutPlatform().asMap()).containsOnlyKeys("accept");
    assertThat(headers.platformOnly().asMap()).containsOnlyKeys("x-scf-secret-key");
  }

  @Test
  void printsNamesAlone() {
    assertThat(Headers.of(Map.of("X-Scf-Secret-Key", List.of("canary"))))
        .hasToString("Headers[x-scf-secret-key]");
  }
}
