// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import io.berth.bot.approval.Policy;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.config.BerthConfig;
import io.berth.bot.config.Loaded;
import io.berth.bot.kind.Proposal;
import io.berth.bot.request.DryRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * {@code berth try}: says what a line typed in Slack would come to. Nothing is stored and nothing
 * is sent.
 */
@CommandLine.Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = "Say what a line typed in Slack would come to; nothing is stored.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:understood",
      "1:refused, by the parser or by the policy",
      "2:the configuration cannot be used"
    })
public final class TryCommand implements Callable<Integer> {
  private final Map<String, String> env;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration with the policy; without it only the text is checked.")
  private Path config;

  @CommandLine.Option(
      names = "--as",
      paramLabel = "USER",
      defaultValue = "",
      description = "The user id to try it as, e.g. U0ALICE; without it only the text is checked.")
  private String user;

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "TEXT",
      description = "The line, best in quotes, with or without the slash command.")
  private List<String> text;

  /** The command, with the environment that {@code ${NAME}} in the configuration stands for. */
  public TryCommand(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  @Override
  public Integer call() {
    if (config == null) {
      return tryOut(new CommandParser("/tcr", "ap-guangzhou"), Optional.empty());
    }
    Loaded loaded = BerthConfig.load(config, env);
    return loaded.fold(
        ok ->
            tryOut(
                new CommandParser(ok.config().slack().command(), ok.config().region()),
                Optional.of(ok.config().policy())),
        bad -> {
          bad.sentences().forEach(spec.commandLine().getErr()::println);
          return 2;
        });
  }

  private int tryOut(CommandParser parser, Optional<Policy> policy) {
    PrintWriter out = spec.commandLine().getOut();
    return parser
        .parse(String.join(" ", text))
        .fold(
            command -> command.fold(new Trial(parser, policy.filter(p -> !user.isEmpty()), out)),
            reply -> print(out, reply, 1));
  }

  private static int print(PrintWriter out, String line, int code) {
    out.println(line);
    return code;
  }

  /** What each command would come to; the answer is the exit code. */
  private final class Trial implements Command.Cases<Integer> {
    private final CommandParser parser;
    private final Optional<Policy> policy;
    private final PrintWriter out;

    Trial(CommandParser parser, Optional<Policy> policy, PrintWriter out) {
      this.parser = parser;
      this.policy = policy;
      this.out = out;
    }

    @Override
    public Integer create(Proposal proposal) {
      if (policy.isEmpty()) {
        DryRun.understood(proposal).forEach(out::println);
        return print(
            out,
            "The policy was not asked: give --config FILE and --as USER. Nothing was stored.",
            0);
      }
      out.println(new DryRun(policy.get()).of(proposal, user));
      return policy.get().decide(proposal, user).fold(denied -> 1, needs -> 0, atOnce -> 0);
    }

    @Override
    public Integer explain(Proposal proposal) {
      return create(proposal);
    }

    @Override
    public Integer list() {
      return print(out, "Would list the latest requests of the person who types it.", 0);
    }

    @Override
    public Integer show(String id) {
      return print(out, "Would show request " + id + " to its requester and its approvers.", 0);
    }

    @Override
    public Integer vote(Command.CastVote vote) {
      String verb = vote.approves() ? "approve" : "deny";
      return print(
          out,
          "Would " + verb + " request " + vote.id() + ", if the person is one of its approvers.",
          0);
    }

    @Override
    public Integer cancel(String id) {
      return print(
          out,
          "Would cancel request " + id + ", if it is the person's own and has not started.",
          0);
    }

    @Override
    public Integer whoAmI() {
      return policy
          .map(
              p ->
                  print(
                      out,
                      "Teams: "
                          + p.teamsOf(user)
                          + ", approver groups: "
                          + p.approverGroupsOf(user),
                      0))
          .orElseGet(
              () -> print(out, "Would say which teams and approver groups the person is in.", 0));
    }

    @Override
    public Integer help(Optional<String> topic) {
      return print(out, parser.help(topic), 0);
    }
  }
}
