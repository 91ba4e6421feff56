// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Secret;
import io.berth.contract.text.Suggestion;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
  private final Ids ids =
      new Ids(
          Clock.fixed(Instant.ofEpochMilli(1469918176385L), ZoneOffset.UTC), new SecureRandom());

  @Test
  void aSecretPrintsAsStarsWhereverItIsPrinted() {
    Secret secret = Secret.of("hunter2hunter2");
    assertThat(secret + " " + List.of(secret) + String.format("%s", secret))
        .doesNotContain("hunter2");
    assertThat(secret)
        .isEqualTo(Secret.of("hunter2hunter2"))
        .isNotEqualTo(Secret.of("hunter3hunter3"));
  }

  @Test
  void aRequestIdBeginsWithTheTimeAsAUlidDoes() {
    // 01ARYZ6S41 is the time of the example in the ULID specification, 1469918176385 ms.
    assertThat(ids.requestId()).startsWith("01ARYZ6S41").matches(Ids::isRequestId);
    assertThat(ids.requestId()).isNotEqualTo(ids.requestId());
  }

  @Test
  void aUuidIsAVersion4() {
    UUID uuid = UUID.fromString(ids.uuid());
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void theRequestIdOfACallerWithoutApprovalIsTheSameForTheSameCall() {
    String id = RequestMark.requestIdOf("ci", "build-7");
    assertThat(id).matches(Ids::isRequestId).isEqualTo(RequestMark.requestIdOf("ci", "build-7"));
    assertThat(id)
        .isNotEqualTo(RequestMark.requestIdOf("cd", "build-7"))
        .isNotEqualTo(RequestMark.requestIdOf("ci", "build-8"));
  }

  @Test
  void suggestsTheNearestWordAndNothingWhenNoneIsNear() {
    List<String> known = List.of("create", "list", "show", "help");
    assertThat(Suggestion.closest("creat", known)).contains("create");
    assertThat(Suggestion.closest("hlep", known)).contains("help");
    assertThat(Suggestion.closest("HELP", known)).contains("help");
    assertThat(Suggestion.closest("xyzzy", known)).isEmpty();
    assertThat(Suggestion.closest("x".repeat(10_000), known)).isEmpty();
  }

  @Test
  void anEchoIsShortAndHarmless() {
    assertThat(Echo.of("a\nb\u202Ec")).isEqualTo("'aU+000AbU+202Ec'");
    assertThat(Echo.of("x".repeat(50))).isEqualTo("'" + "x".repeat(40) + "…'");
  }
}
