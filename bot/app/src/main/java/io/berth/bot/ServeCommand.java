// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import ch.qos.logback.classic.LoggerContext;
import io.berth.bot.config.BerthConfig;
import io.berth.bot.config.FunctionConfig;
import io.berth.bot.config.WebhookCaller;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code berth serve}: runs the bot until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the bot until SIGTERM or Ctrl-C.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:stopped", "1:it could not start", "2:the configuration has mistakes"})
final class ServeCommand implements Callable<Integer> {
  /** How the process learns that it should stop. */
  interface Stop {
    /** Runs {@code closing} when the process is told to end. */
    void onStop(Runnable closing);
  }

  private final Map<String, String> environment;
  private final Clock clock;
  private final SecureRandom random;
  private final Stop stop;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      defaultValue = "berth.yaml",
      description = "the configuration (${DEFAULT-VALUE})")
  private Path config;

  ServeCommand(Map<String, String> environment, Clock clock, SecureRandom random, Stop stop) {
    this.environment = environment;
    this.clock = clock;
    this.random = random;
    this.stop = stop;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<BerthConfig> loaded = Configuration.load(config, environment, err);
    if (loaded.isEmpty()) {
      return 2;
    }
    hideInLogs(secrets(loaded.get()));
    try {
      Bot bot = Bot.start(loaded.get(), clock, random);
      untilStopped(bot);
      return 0;
    } catch (IOException e) {
      err.println(e.getMessage() + " Choose another under server: in " + config + ".");
    } catch (RuntimeException e) {
      err.println(Databases.whyNot(e));
    }
    err.flush();
    return 1;
  }

  private void untilStopped(Bot bot) throws InterruptedException {
    String ready =
        "ready bot=http://127.0.0.1:" + bot.port() + " admin=http://127.0.0.1:" + bot.adminPort();
    CountDownLatch stopped = new CountDownLatch(1);
    stop.onStop(
        () -> {
          bot.close();
          stopped.countDown();
        });
    PrintWriter out = spec.commandLine().getOut();
    out.println(ready);
    out.flush();
    stopped.await();
  }

  private static void hideInLogs(List<Secret> secrets) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      context.putObject(JsonLines.SECRETS, List.copyOf(secrets));
    }
  }

  /**
   * Everything that must not be printed; short ones are left out, because they are parts of words.
   */
  private static List<Secret> secrets(BerthConfig config) {
    List<Secret> secrets = new ArrayList<>();
    secrets.add(config.slack().signingSecret());
    secrets.add(config.slack().botToken());
    secrets.add(config.approval().signingKey());
    secrets.add(config.database().password());
    config.functions().values().stream().map(FunctionConfig::secrets).forEach(secrets::addAll);
    config.webhookCallers().stream().map(WebhookCaller::secrets).forEach(secrets::addAll);
    return secrets.stream().filter(secret -> secret.reveal().strip().length() >= 8).toList();
  }
}
