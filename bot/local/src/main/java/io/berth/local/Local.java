// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import io.berth.emulator.signature.Keys;
import io.berth.standin.StandIn;
import io.berth.standin.StandInOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All of Berth on this machine. It starts in the order in which each part needs the one before, and
 * stops in reverse.
 */
final class Local implements AutoCloseable {
  private final LocalSettings settings;
  private final LocalSecrets secrets;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final PrintStream log;

  // startAll() sets them, before anyone has this object.
  @SuppressWarnings("NullAway.Init")
  private Emulator emulator;

  @SuppressWarnings("NullAway.Init")
  private BotProcess bot;

  @SuppressWarnings("NullAway.Init")
  private Map<FunctionName, URI> functionUrls;

  private Local(LocalSettings settings, LocalSecrets secrets, PrintStream log) {
    this.settings = settings;
    this.secrets = secrets;
    this.log = log;
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @throws IOException with one sentence that says what is in the way and how to go on; nothing is
   *     left running then
   */
  static Local start(LocalSettings settings, Clock clock, SecureRandom random, PrintStream log)
      throws IOException {
    var taken = Ports.taken(settings);
    if (taken.isPresent()) {
      throw new IOException(taken.get());
    }
    Path data = settings.dataOrDefault();
    if (settings.data().isEmpty()) {
      delete(data);
    }
    Files.createDirectories(data.resolve("logs"));
    LocalSecrets secrets = LocalSecrets.in(data.resolve("secrets.env"), random);
    Local local = new Local(settings, secrets, log);
    try {
      local.startAll(clock, random);
      return local;
    } catch (IOException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  private void startAll(Clock clock, SecureRandom random) throws IOException {
    Path data = settings.dataOrDefault();
    StandIn console =
        StandIn.start(
            new StandInOptions(
                settings.consolePort(),
                URI.create("http://127.0.0.1:" + settings.botPort() + "/slack/events"),
                secrets.get(LocalSecrets.SIGNING_SECRET),
                secrets.get(LocalSecrets.BOT_TOKEN),
                clock,
                random,
                logFile("slack.log")));
    running.push(console);
    Path cloud = data.resolve("cloud");
    Options options =
        new Options(
            settings.cloudPort(),
            settings.functionsPort(),
            secrets.get(LocalSecrets.SECRET_ID),
            secrets.get(LocalSecrets.SECRET_KEY),
            clock,
            random,
            cloud,
            logFile("cloud.log"));
    Path policies = settings.root().resolve("functions/handlers/cam");
    emulator =
        Emulator.start(
            options
                .withSettings(
                    io.berth.emulator.Settings.DEFAULT.withPermissions(RolePolicies.in(policies)))
                // What the bot has recorded must still be there after a restart.
                .withStateIn(cloud));
    running.push(emulator);
    functionUrls = Functions.deploy(settings, secrets, emulator.cloud(), clock);
    bot = startBot();
    running.push(bot);
  }

  private BotProcess startBot() throws IOException {
    Path data = settings.dataOrDefault();
    Path jar = settings.root().resolve("bot/app/target/berth.jar");
    if (!Files.exists(jar)) {
      throw new IOException("There is no " + jar + "; build it with ./mvnw package.");
    }
    BotProcess process =
        new BotProcess(
            jar,
            BotFiles.write(settings, functionUrls),
            data.resolve("logs").resolve("bot.log"),
            BotFiles.environment(secrets),
            URI.create("http://127.0.0.1:" + settings.adminPort() + "/healthz"),
            log);
    process.start();
    return process;
  }

  private PrintStream logFile(String name) throws IOException {
    Path file = settings.dataOrDefault().resolve("logs").resolve(name);
    PrintStream stream = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    running.push(stream);
    return stream;
  }

  /** The process id of the bot. */
  long botPid() {
    return bot.pid();
  }

  /** The URL of a function. */
  URI url(FunctionName function) {
    return Objects.requireNonNull(functionUrls.get(function));
  }

  /** A temporary key of a function's role. */
  Keys.TemporaryKey roleKey(FunctionName function) {
    return emulator.roleKey(RolePolicies.role(function));
  }

  LocalSecrets secrets() {
    return secrets;
  }

  LocalSettings settings() {
    return settings;
  }

  /** The line that scripts wait for. */
  String readyLine() {
    return "ready console=http://127.0.0.1:%d bot=http://127.0.0.1:%d cloud=http://127.0.0.1:%d functions=http://127.0.0.1:%d"
        .formatted(
            settings.consolePort(),
            settings.botPort(),
            settings.cloudPort(),
            settings.functionsPort());
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        log.println("could not stop cleanly: " + e.getMessage());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
