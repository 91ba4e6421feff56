// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MainTest {
  private static final Map<String, String> SECRETS =
      Map.of("BERTH_SLACK_SIGNING_SECRET", "s3cret", "BERTH_SLACK_BOT_TOKEN", "xoxb-t0ken");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void startsAndSaysWhere() {
    try (StandIn started = start(List.of("--port", "0"), SECRETS).orElseThrow()) {
      assertThat(said.toString(UTF_8)).isEqualTo("slack stand-in at " + started.uri() + "\n");
    }
  }

  @Test
  void saysWhichPortIsTakenAndHowToMove() {
    try (StandIn started = start(List.of("--port", "0"), SECRETS).orElseThrow()) {
      String port = Integer.toString(started.uri().getPort());
      assertThat(start(List.of("--port", port), SECRETS)).isEmpty();
      assertThat(said.toString(UTF_8))
          .contains("port " + port + " on 127.0.0.1 cannot be used: it is taken; move with --port");
    }
  }

  @Test
  void startsNotWithoutSecretsNorWithUnknownOptions() {
    for (String missing : SECRETS.keySet()) {
      Map<String, String> incomplete = new HashMap<>(SECRETS);
      incomplete.put(missing, " ");
      said.reset();
      assertThat(start(List.of("--port", "0"), incomplete)).isEmpty();
      assertThat(said.toString(UTF_8)).contains("signingSecret and botToken: both are needed");
    }
    assertThat(start(List.of("--prot", "1"), SECRETS)).isEmpty();
    assertThat(start(List.of("--port", "x"), SECRETS)).isEmpty();
    assertThat(said.toString(UTF_8))
        .contains("--prot: not known", "--port: must be a number, not x");
  }

  @Test
  @SuppressWarnings("ObjectToString") // that it says nothing is what is looked at
  void printsNoSecret() {
    StandInOptions options =
        new StandInOptions(
            1,
            URI.create("http://127.0.0.1/x"),
            "s3cret",
            "xoxb-t0ken",
            Clock.systemUTC(),
            new SecureRandom(),
            console);
    assertThat(options.toString()).doesNotContain("s3cret", "t0ken");
    try (StandIn started = start(List.of("--port", "0"), SECRETS).orElseThrow()) {
      assertThat(started.toString() + said).doesNotContain("s3cret", "t0ken");
    }
  }

  private Optional<StandIn> start(List<String> arguments, Map<String, String> environment) {
    return Main.start(arguments, environment, console);
  }
}
