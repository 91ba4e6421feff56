// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.cli.CheckCommand;
import io.berth.bot.cli.InitCommand;
import io.berth.bot.cli.TryCommand;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The bot's command line. Only here are the environment, the clock, randomness and the exit code
 * those of the machine.
 */
@Command(
    name = "berth",
    description =
        "Container registries, namespaces and register codes on Tencent Cloud, from Slack, after the"
            + " right people said yes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    CommandLine berth =
        commandLine(
            System.getenv(),
            Clock.systemUTC(),
            new SecureRandom(),
            closing -> Runtime.getRuntime().addShutdownHook(new Thread(closing, "stop")));
    System.exit(berth.execute(arguments));
  }

  /** The command line for any environment, clock and way of being stopped. */
  static CommandLine commandLine(
      Map<String, String> environment, Clock clock, SecureRandom random, ServeCommand.Stop stop) {
    CommandLine berth =
        new CommandLine(new Main())
            .addSubcommand(new InitCommand(random))
            .addSubcommand(new ServeCommand(environment, clock, random, stop))
            .addSubcommand(new CheckCommand(environment))
            .addSubcommand(new TryCommand(environment))
            .addSubcommand(new AuditCommand(environment, clock))
            .addSubcommand(new ManifestCommand());
    // An argument that starts with @ is text here, never a file to read.
    return berth.setExpandAtFiles(false).setInterpolateVariables(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
