// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.auth.WebhookVerifier.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions/README.md tells people to type. */
class ReadmeTest {
  private static final String MARK = "<!-- A test runs this block as it stands. -->\n```sh\n";

  @TempDir Path folder;

  @BeforeEach
  void itsToolsAreHere() throws Exception {
    for (String tool : List.of("curl", "openssl", "base64", "od")) {
      assumeThat(sh("command -v " + tool, "", "")).as(tool).isZero();
    }
  }

  @Test
  void itsCallWithCurlAndOpensslIsBelieved() throws Exception {
    String secret = WebhookKey.generate(new SecureRandom()).reveal();
    try (FunctionStub function = FunctionStub.start("ci:" + secret + ":*", Clock.systemUTC())) {
      assertThat(sh(block(), secret, function.url())).isZero();

      assertThat(function.received).hasSize(1);
      assertThat(function.received.get(0).verified()).isInstanceOf(Verified.Accepted.class);
      assertThat(Files.readString(folder.resolve("out"))).isEqualTo(function.answer);
    }
  }

  @Test
  void itsCallWithCurlIsMadeAgainWhenTheAnswerIsLostOrTheOutcomeUnknown() throws Exception {
    String secret = WebhookKey.generate(new SecureRandom()).reveal();
    try (FunctionStub function = FunctionStub.start("ci:" + secret + ":*", Clock.systemUTC())) {
      function.first = List.of(FunctionStub.SILENCE, 504);

      assertThat(sh(block(), secret, function.url())).isZero();

      assertThat(function.received).hasSize(3);
      assertThat(function.received)
          .allSatisfy(call -> assertThat(call.verified()).isInstanceOf(Verified.Accepted.class))
          .extracting(call -> call.headers().get("webhook-id"))
          .containsOnly(function.received.get(0).headers().get("webhook-id"));
      assertThat(Files.readString(folder.resolve("out"))).isEqualTo(function.answer);
    }
  }

  @Test
  void itsCallWithCurlShowsARefusalOnceAndFails() throws Exception {
    String secret = WebhookKey.generate(new SecureRandom()).reveal();
    try (FunctionStub function = FunctionStub.start("ci:" + secret + ":*", Clock.systemUTC())) {
      function.status = 400;

      assertThat(sh(block(), secret, function.url())).isNotZero();

      assertThat(function.received).hasSize(1);
      assertThat(Files.readString(folder.resolve("out"))).isEqualTo(function.answer);
    }
  }

  @Test
  void itsTableAndItsLoopOverTheSecretsHaveEveryFunctionAndNoOther() throws Exception {
    List<String> all = Stream.of(FunctionName.values()).map(FunctionName::wireName).toList();
    List<String> rows =
        Pattern.compile("(?m)^\\| `(t[a-z-]+)` \\| ")
            .matcher(text())
            .results()
            .map(row -> row.group(1))
            .toList();
    Matcher loop = Pattern.compile("(?s)\nfor f in (.*?); do").matcher(text());

    assertThat(rows).containsExactlyElementsOf(all);
    assertThat(loop.find()).isTrue();
    assertThat(loop.group(1).split("[\\s\\\\]+")).containsExactlyElementsOf(all);
  }

  private static String text() throws IOException {
    return Files.readString(Path.of(System.getProperty("basedir", "."), "../README.md"), UTF_8);
  }

  private static String block() throws IOException {
    String text = text();
    int begin = text.indexOf(MARK) + MARK.length();
    assertThat(begin).isGreaterThan(MARK.length());
    return text.substring(begin, text.indexOf("```", begin));
  }

  private int sh(String script, String secret, String url) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
    shell.environment().put("BERTH_CALL_SECRET", secret);
    shell.environment().put("URL", url);
    shell.environment().put("no_proxy", "127.0.0.1");
    shell.directory(folder.toFile());
    shell.redirectOutput(folder.resolve("out").toFile());
    shell.redirectError(folder.resolve("err").toFile());
    Process process = shell.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
