// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScfRuntimeTest {
  private static final RequestStreamHandler ECHO = (in, out, context) -> in.transferTo(out);
  private final Lines lines = new Lines();

  @Test
  void runsTheNamedHandlerAgainstTheRuntimeApi() throws Exception {
    try (FakePlatform platform = new FakePlatform()) {
      ScfRuntime runtime =
          runtime(
              platform.environment("echo"),
              name -> name.equals("echo") ? Optional.of(ECHO) : Optional.empty());
      CompletableFuture<Integer> status = CompletableFuture.supplyAsync(runtime::run);

      assertThat(platform.invoke("hi").body()).isEqualTo("hi");
      runtime.stop();

      assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void withoutARuntimeApiServesHttpUntilItIsStopped() throws Exception {
    ScfRuntime runtime =
        runtime(Map.of("PORT", "0", "SCF_FUNCTIONNAME", "echo"), name -> Optional.of(ECHO));
    CompletableFuture<Integer> status = CompletableFuture.supplyAsync(runtime::run);
    runtime.stop();

    assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
    assertThat(lines.text()).contains("\"fn\":\"echo\",\"msg\":\"listening on port ");
  }

  @Test
  void unknownNameIsAnInitFailure_andReadyIsNeverSaid() throws Exception {
    try (FakePlatform platform = new FakePlatform()) {
      assertThat(runtime(platform.environment("nope"), name -> Optional.empty()).run()).isOne();
      assertThat(platform.isReady()).isFalse();
      assertThat(lines.text())
          .isEqualTo(
              "{\"ts\":\"2026-11-21T10:00:00Z\",\"level\":\"FATAL\",\"fn\":\"nope\","
                  + "\"msg\":\"init failed: no handler is named 'nope'; check _HANDLER\"}\n");
    }
  }

  @Test
  void badConfigurationIsOneSentenceInTheLog() {
    ScfRuntime runtime =
        runtime(
            Map.of("_HANDLER", "fn"),
            name -> {
              throw new IllegalArgumentException("BERTH_CALLERS is empty.");
            });

    assertThat(runtime.run()).isOne();
    assertThat(lines.json().get(0)).containsEntry("msg", "init failed: BERTH_CALLERS is empty.");
  }

  @Test
  void bugInInitIsLoggedWithItsStack() {
    ScfRuntime runtime =
        runtime(
            Map.of("_HANDLER", "fn"),
            name -> {
              throw new ExceptionInInitializerError("broken");
            });

    assertThat(runtime.run()).isOne();
    assertThat(lines.json().get(0)).containsEntry("msg", "init failed").containsKey("stack");
  }

  private ScfRuntime runtime(
      Map<String, String> environment, Function<String, Optional<RequestStreamHandler>> handlers) {
    return new ScfRuntime(TestHost.of(environment, lines), handlers);
  }
}
