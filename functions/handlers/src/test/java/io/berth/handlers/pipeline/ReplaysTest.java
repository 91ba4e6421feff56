// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final Replays replays = new Replays(3);
  private final AtomicInteger performed = new AtomicInteger();

  @Test
  void finalAnswersAreGivenAgain_othersAreTriedAgain() {
    assertThat(once("a", done()).body()).containsEntry("Outcome", "created");
    assertThat(once("a", done()).body()).containsEntry("Outcome", "replayed");
    once("b", FunctionAnswer.refused(429, "x", "y", "c"));
    once("b", FunctionAnswer.refused(429, "x", "y", "c"));

    assertThat(performed).hasValue(3);
  }

  @Test
  void theOldestFinishedCallMakesRoom() {
    once("a", done());
    once("b", done());
    once("c", done());
    once("d", done());

    assertThat(once("b", done()).body()).containsEntry("Outcome", "replayed");
    assertThat(once("a", done()).body()).containsEntry("Outcome", "created");
  }

  @Test
  void callsInProgressAreNeverForgotten() {
    replays.once(
        "a",
        "p",
        NOW,
        "c",
        () -> {
          for (int i = 0; i < 10; i++) {
            once("other" + i, done());
          }
          assertThat(once("a", done()).code()).isEqualTo("in_progress");
          return done();
        });
  }

  @Test
  void failureHalfWayIsRememberedAsUnknown() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                replays.once(
                    "a",
                    "p",
                    NOW,
                    "c",
                    () -> {
                      throw new IllegalStateException("bug");
                    }));

    assertThat(once("a", done()).status()).isEqualTo(504);
    assertThat(performed).hasValue(0);
  }

  private FunctionAnswer once(String key, FunctionAnswer answer) {
    return replays.once(
        key,
        "p",
        NOW,
        "c",
        () -> {
          performed.incrementAndGet();
          return answer;
        });
  }

  private static FunctionAnswer done() {
    return new FunctionAnswer(200, Map.of("Outcome", "created"), true);
  }
}
