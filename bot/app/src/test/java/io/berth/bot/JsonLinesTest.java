// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final LoggerContext context = new LoggerContext();
  private final JsonLines layout = new JsonLines();

  private String line(String message, Throwable thrown, Object... arguments) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    layout.setContext(context);
    LoggingEvent event =
        new LoggingEvent(
            "here", context.getLogger("io.berth.x"), Level.WARN, message, thrown, arguments);
    event.setTimeStamp(1_763_726_400_000L);
    return layout.doLayout(event);
  }

  @Test
  void writesOneObjectOnOneLine() {
    String line = line("refused {} times", null, 3);
    assertThat(line)
        .isEqualTo(
            "{\"ts\":\"2025-11-21T12:00:00Z\",\"level\":\"WARN\",\"logger\":\"io.berth.x\",\"thread\":\""
                + Thread.currentThread().getName()
                + "\",\"msg\":\"refused 3 times\"}\n");
  }

  @Test
  void letsNoTextStartALineOrMoveACursor() {
    String line = line("{}", null, "a\nINFO approved\r\u001b[2J\u2028x\u2029y\u0085z");
    assertThat(line.chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(line).doesNotContain("\r", "\u001b", "\u2028", "\u2029", "\u0085");
    Map<String, Object> read = Json.readObject(line.strip().getBytes(UTF_8));
    assertThat(read.get("msg")).isEqualTo("a\nINFO approved\r\u001b[2J\u2028x\u2029y\u0085z");
  }

  @Test
  void cutsLongTexts() {
    assertThat(line("x".repeat(100_000), null)).hasSizeLessThan(9_000).contains("…");
  }

  @Test
  void takesOutSecretsByValueAlsoFromExceptions() {
    context.putObject(JsonLines.SECRETS, List.of(Secret.of("xoxb-canary-token")));
    Throwable thrown =
        new IllegalStateException(
            "outer", new IOException("header Bearer xoxb-canary-token refused"));
    assertThat(line("token=xoxb-canary-token", thrown)).contains("***").doesNotContain("canary");
  }

  @Test
  void theShippedConfigurationKeepsQuietWhoPrintsBodiesAndHeaders() throws IOException {
    try (InputStream in = JsonLines.class.getResourceAsStream("/logback.xml")) {
      assertThat(new String(in.readAllBytes(), UTF_8))
          .contains(
              "<logger name=\"com.slack.api\" level=\"INFO\"/>",
              "<logger name=\"org.eclipse.jetty\" level=\"WARN\"/>",
              "io.berth.bot.JsonLines");
    }
  }
}
