// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The functions' command line, {@code berth-functions}. */
public final class Main {
  /** It did what was asked. */
  static final int OK = 0;

  /** The cloud, the function or the template's check said no. */
  static final int FAILED = 1;

  /** The command, a file or a variable cannot be used as given; nothing was done. */
  static final int BAD_INPUT = 2;

  private Main() {}

  @Command(
      name = "berth-functions",
      description = "Checks, deploys and calls Berth's functions on Tencent SCF.",
      synopsisSubcommandLabel = "COMMAND",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  berth-functions check template.yaml",
        "  berth-functions deploy --region ap-guangzhou",
        "  berth-functions call tcr-create-instance --url https://... --caller ci < body.json",
        "  berth-functions unseal --caller ci --id my-id-1 < answer.json",
        "",
        "Exit codes: 0 done, 1 refused or failed, 2 wrong usage or input.",
        "Keys and secrets come from the environment only; see the help of each command."
      })
  static final class Root {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(run(args, System.getenv(), System.in, out, err, Clock.systemUTC()));
  }

  /**
   * Runs one command.
   *
   * @param environment the variables of whoever runs it: keys, secrets, and the template's
   * @return the exit code: 0 done, 1 refused or failed, 2 wrong usage or input
   */
  public static int run(
      String[] args,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Clock clock) {
    return run(
        args,
        new CommandContext(environment, in, out, err, clock, new SecureRandom(), Thread::sleep));
  }

  static int run(String[] args, CommandContext context) {
    CommandLine line = commandLine(context);
    if (args.length == 0) {
      line.usage(line.getErr());
      return BAD_INPUT;
    }
    return line.execute(args);
  }

  private static CommandLine commandLine(CommandContext context) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new CheckCommand(context))
            .addSubcommand(new DeployCommand(context))
            .addSubcommand(new CallCommand(context))
            .addSubcommand(new UnsealCommand(context));
    line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version()));
    line.getCommandSpec().version(version());
    // An argument is what it says: @file would put a file's content on the command line.
    return line.setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setOut(new PrintWriter(context.out(), true, UTF_8))
        .setErr(new PrintWriter(context.err(), true, UTF_8))
        .setParameterExceptionHandler((e, given) -> badInput(e))
        .setExecutionExceptionHandler((e, command, result) -> bug(e, context.err()));
  }

  private static int badInput(ParameterException e) {
    CommandLine command = e.getCommandLine();
    // Somebody may have put a secret where none belongs; the terminal's log need not keep it twice.
    command.getErr().println(e.getMessage().replaceAll("whsec_[^\\s'\"]+", "whsec_***"));
    if (e instanceof BadInput) {
      return BAD_INPUT;
    }
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("Try '" + name + " --help'.");
    return BAD_INPUT;
  }

  /**
   * A bug of ours: one line that is enough to report it, and never a text that could hold a secret.
   */
  private static int bug(Exception e, PrintStream err) {
    StackTraceElement[] trace = e.getStackTrace();
    err.println(
        "berth-functions failed in a way it should not: %s%s; please report this line"
            .formatted(e.getClass().getName(), trace.length == 0 ? "" : " at " + trace[0]));
    return FAILED;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "berth-functions " + (version == null ? "(not packaged)" : version);
  }
}
