// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.text.Identifiers;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The emulator as a program of its own. */
public final class Main {
  private static final String READY =
      """
      ready cloud=%s functions=%s
      secret-id  %s
      secret-key %s
      page       %s/_emulator/
      An emulator, not the cloud: %s, %s. Ctrl-C ends it.
      """;

  private Main() {}

  /** Starts, prints where it is and which key it accepts, and ends with Ctrl-C. */
  public static void main(String... words) throws InterruptedException {
    if (Arrays.asList(words).contains("--help")) {
      System.out.print(Arguments.USAGE);
      return;
    }
    // Kept in a variable: a logger that nobody holds forgets its level.
    Logger jetty = Logger.getLogger("org.eclipse.jetty");
    jetty.setLevel(Level.WARNING);
    try {
      run(Arguments.of(words));
    } catch (Arguments.Unusable | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(Arguments given)
      throws Arguments.Unusable, IOException, InterruptedException {
    WorkFolder folder = WorkFolder.of(given.text("--data"));
    try {
      Options options = options(given, folder, new SecureRandom(), System.out);
      Emulator emulator = Emulator.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(emulator, folder), "stop"));
      System.out.print(greeting(emulator, options));
    } catch (Arguments.Unusable | IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
    // Only a signal ends the program; the hook above then does the rest.
    new CountDownLatch(1).await();
  }

  private static void stop(Emulator emulator, WorkFolder folder) {
    try (folder) {
      emulator.close();
    }
  }

  static Options options(Arguments given, WorkFolder folder, SecureRandom random, PrintStream log)
      throws Arguments.Unusable {
    Identifiers identifiers = new Identifiers(random);
    Options options =
        new Options(
                given.number("--port", 8102, 65_535),
                given.number("--functions-port", 8103, 65_535),
                given.text("--secret-id").orElseGet(() -> "AKID" + identifiers.lower(32)),
                given.text("--secret-key").orElseGet(() -> identifiers.lower(32)),
                Clock.systemUTC(),
                random,
                folder.path(),
                log)
            .withSettings(settings(given));
    return folder.temporary() ? options : options.withStateIn(folder.path());
  }

  private static Settings settings(Arguments given) throws Arguments.Unusable {
    int quota = Settings.DEFAULT.registriesPerRegion();
    return Settings.DEFAULT
        .withRegistriesPerRegion(given.number("--registries-per-region", quota, 1_000_000))
        .withLoose(given.has("--loose"))
        .withListening(given.listening())
        .withPermissions(CamOption.read(given.texts(CamOption.NAME)));
  }

  static String greeting(Emulator emulator, Options options) {
    Settings settings = options.settings();
    return READY.formatted(
            emulator.cloud(),
            emulator.functions(),
            options.secretId(),
            options.secretKey(),
            emulator.cloud(),
            settings.listening().isLoopback() ? "loopback only" : "open to others",
            options.stateIn().map(folder -> "state kept in " + folder).orElse("nothing is kept"))
        + warnings(settings);
  }

  private static String warnings(Settings settings) {
    StringBuilder lines = new StringBuilder();
    if (settings.loose()) {
      lines.append("Loose: calls may pass here that the cloud refuses (--loose).\n");
    }
    if (!settings.listening().isLoopback()) {
      lines
          .append("Warning: it listens on ")
          .append(settings.listening().address().getHostAddress())
          .append(", so whoever reaches that address may read and change everything here.\n");
    }
    return lines.toString();
  }
}
