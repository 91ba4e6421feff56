// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code java -cp … io.berth.standin.Main --port 8100 --bot http://127.0.0.1:8101/slack/events},
 * with the secrets in {@code BERTH_SLACK_SIGNING_SECRET} and {@code BERTH_SLACK_BOT_TOKEN}.
 */
public final class Main {
  private static final String USAGE =
      """
      usage: --port NUMBER (default 8100) --bot URL (default http://127.0.0.1:8101/slack/events);\
       BERTH_SLACK_SIGNING_SECRET and BERTH_SLACK_BOT_TOKEN in the environment""";

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    JETTY.setLevel(Level.WARNING);
    Optional<StandIn> started = start(List.of(arguments), System.getenv(), System.out);
    if (started.isEmpty()) {
      System.exit(2);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(started.get()::close));
    started.get().join();
  }

  /** Starts it, or says on the console why not. */
  static Optional<StandIn> start(
      List<String> arguments, Map<String, String> environment, PrintStream console) {
    try {
      StandIn standIn = StandIn.start(options(arguments, environment, console));
      console.println("slack stand-in at " + standIn.uri());
      return Optional.of(standIn);
    } catch (IllegalArgumentException wrong) {
      console.println(wrong.getMessage() + "\n" + USAGE);
    } catch (IOException taken) {
      console.println(taken.getMessage() + "; move with --port");
    }
    return Optional.empty();
  }

  private static StandInOptions options(
      List<String> arguments, Map<String, String> environment, PrintStream console) {
    int port = 8100;
    String bot = "http://127.0.0.1:8101/slack/events";
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--port" -> port = port(value);
        case "--bot" -> bot = value;
        default -> throw new IllegalArgumentException(arguments.get(i) + ": not known");
      }
    }
    return options(port, URI.create(bot), environment, console);
  }

  private static StandInOptions options(
      int port, URI bot, Map<String, String> environment, PrintStream console) {
    String signingSecret = environment.getOrDefault("BERTH_SLACK_SIGNING_SECRET", "");
    String botToken = environment.getOrDefault("BERTH_SLACK_BOT_TOKEN", "");
    return new StandInOptions(
        port, bot, signingSecret, botToken, Clock.systemUTC(), new SecureRandom(), console);
  }

  private static int port(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("--port: must be a number, not " + value, notNumber);
    }
  }
}
