// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  private final Lines lines = new Lines();
  private final LambdaLogger log =
      TestHost.of(Map.of("_HANDLER", "fn"), lines).context("r-1", 0, 0, Headers.NONE).getLogger();

  @Test
  void textIsOneLineOfJson() {
    log.log("hello");

    assertThat(lines.text())
        .isEqualTo(
            "{\"ts\":\"2026-11-21T10:00:00Z\",\"level\":\"INFO\",\"fn\":\"fn\","
                + "\"request_id\":\"r-1\",\"msg\":\"hello\"}\n");
  }

  @Test
  void jsonAddsItsFields() {
    log.log("{\"outcome\":\"created\",\"status\":200}", LogLevel.WARN);

    assertThat(lines.json().get(0))
        .containsEntry("level", "WARN")
        .containsEntry("outcome", "created")
        .containsEntry("status", 200L)
        .doesNotContainKey("msg");
  }

  @Test
  void nothingInAMessageStartsASecondLine() {
    log.log("a\nINFO approved\r\n\u001b[31m");
    log.log("{broken\n");
    log.log("bytes\n".getBytes(UTF_8));

    assertThat(lines.text().lines()).hasSize(3);
    assertThat(lines.json().get(0)).containsEntry("msg", "a\nINFO approved\r\n\u001b[31m");
  }

  @Test
  void longMessagesAreCut() {
    log.log("x".repeat(10_000));

    assertThat(lines.text().length()).isLessThan(4_200);
  }
}
