// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code berth init}: a configuration to start from, and the keys that it asks for. */
@CommandLine.Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Write a commented berth.yaml to start from, or print a fresh set of keys.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written or printed", "1:the file could not be written"})
public final class InitCommand implements Callable<Integer> {
  private static final String NEXT =
      """
      %1$s is written. Next:
        1. Replace what says REPLACE in it: ids of Slack, and the functions' addresses.
        2. Set the variables that it names:
             BERTH_SLACK_SIGNING_SECRET   Slack's page of the app, Basic Information, Signing Secret
             BERTH_SLACK_BOT_TOKEN        the same page, OAuth & Permissions, Bot User OAuth Token
             BERTH_APPROVAL_SIGNING_KEY, BERTH_FN_… for each function, BERTH_WEBHOOK_CI
                                          berth init --keys prints a fresh set of these
           The app itself: berth manifest --url https://YOUR-HOST
        3. berth check --config %1$s
      """;

  private final SecureRandom random;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.ArgGroup private Choice choice = new Choice();

  /** One or the other. */
  private static final class Choice {
    @CommandLine.Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Where to write it; berth.yaml unless given. A file that is there is kept.")
    private Path out = Path.of("berth.yaml");

    @CommandLine.Option(
        names = "--keys",
        description =
            "Print keys for the bot and the functions in place of writing a file; they are kept nowhere.")
    private boolean keys;
  }

  /** The command, with the randomness of the keys. */
  public InitCommand(SecureRandom random) {
    this.random = random;
  }

  @Override
  public Integer call() throws IOException {
    if (choice.keys) {
      FreshKeys.lines(random).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
    return write(choice.out);
  }

  private int write(Path file) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Files.writeString(file, template(), StandardOpenOption.CREATE_NEW);
      spec.commandLine().getOut().print(NEXT.formatted(file));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (FileAlreadyExistsException e) {
      err.println(file + " is there already and was left as it is; name another with --out FILE.");
    } catch (NoSuchFileException e) {
      err.println("The folder of " + file + " is not there; make it first.");
    } catch (IOException e) {
      err.println(file + " could not be written; choose a folder that you may write to.");
    }
    return 1;
  }

  private static String template() throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("berth.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
