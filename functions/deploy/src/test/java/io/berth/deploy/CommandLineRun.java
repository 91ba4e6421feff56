// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.auth.ApprovalKeys;
import io.berth.deploy.template.TemplateText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the command line with everything handed in; waits for nothing. */
public final class CommandLineRun {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** Of the caller that {@link #deploying} names. */
  public static final String CALLER_SECRET = "whsec_" + "A".repeat(32);

  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private String in = "";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  public CommandLineRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** With all that {@link TemplateText#GOOD} takes from the environment, and a cloud key. */
  public CommandLineRun deploying(String secretId) {
    return with("TENCENTCLOUD_SECRET_ID", secretId)
        .with("TENCENTCLOUD_SECRET_KEY", "canary-key")
        .with("CALLERS_CREATE", "bot:" + CALLER_SECRET + ":tcr-create-instance")
        .with("CALLERS_DESCRIBE", "bot:" + CALLER_SECRET + ":tcr-describe-instances")
        .with("KEYS", "k1:" + ApprovalKeys.generate().publicKey());
  }

  public CommandLineRun without(String variable) {
    environment.remove(variable);
    return this;
  }

  public CommandLineRun in(String text) {
    in = text;
    return this;
  }

  public CommandLineRun at(Clock other) {
    clock = other;
    return this;
  }

  /** Runs and gives the exit code; {@link #out} and {@link #err} are those of the last run. */
  public int run(String... args) {
    CommandContext context =
        new CommandContext(
            environment,
            input(),
            stream(out),
            stream(err),
            clock,
            new SecureRandom(),
            millis -> {});
    return Main.run(args, context);
  }

  /** As the program itself runs, with real pauses, for servers that need time. */
  public int runAsProgram(String... args) {
    return Main.run(args, environment, input(), stream(out), stream(err), clock);
  }

  private ByteArrayInputStream input() {
    return new ByteArrayInputStream(in.getBytes(UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    bytes.reset();
    return new PrintStream(bytes, true, UTF_8);
  }

  public String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }

  public List<String> outLines() {
    return out().lines().toList();
  }

  public List<String> errLines() {
    return err().lines().toList();
  }
}
