// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import io.berth.bot.config.BerthConfig;
import io.berth.bot.config.Loaded;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code berth check}: reads a configuration and prints every mistake on a line of its own. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read berth.yaml and print every mistake, one a line.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the configuration can be used", "2:it cannot"})
public final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> env;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "berth.yaml",
      description = "The configuration; berth.yaml unless given.")
  private Path config;

  /** The command, with the environment that {@code ${NAME}} in the file stands for. */
  public CheckCommand(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Loaded loaded = BerthConfig.load(config, env);
    return loaded.fold(
        ok -> {
          ok.warnings().forEach(warning -> err.println("WARN " + warning));
          out.println(config + " can be used.");
          return 0;
        },
        bad -> {
          bad.sentences().forEach(err::println);
          return 2;
        });
  }
}
