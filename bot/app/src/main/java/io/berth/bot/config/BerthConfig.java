// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.bot.approval.Policy;
import io.berth.contract.FunctionName;
import io.berth.contract.Regions;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Everything that {@code berth.yaml} says, checked. */
public record BerthConfig(
    SlackConfig slack,
    ServerConfig server,
    DatabaseConfig database,
    SigningConfig approval,
    Map<FunctionName, FunctionConfig> functions,
    String region,
    Policy policy,
    List<WebhookCaller> webhookCallers,
    ExecutionConfig execution) {
  private static final List<String> KEYS =
      List.of(
          "slack",
          "server",
          "database",
          "approval",
          "functions",
          "region",
          "teams",
          "approvers",
          "policy",
          "webhook_callers",
          "execution");

  public BerthConfig {
    functions = Map.copyOf(functions);
    webhookCallers = List.copyOf(webhookCallers);
  }

  /**
   * Reads the file. {@code ${NAME}} stands for a variable of {@code env}; {@code file:PATH},
   * allowed for secrets, is relative to the file's folder.
   *
   * @return the configuration, or every mistake that was found, a sentence each
   */
  public static Loaded load(Path file, Map<String, String> env) {
    Problems problems = new Problems();
    Sources sources = new Sources(env, file.toAbsolutePath().getParent());
    Optional<MappingNode> root = new YamlFile(problems).read(file);
    Optional<BerthConfig> config = root.map(node -> read(new Section("", node, problems, sources)));
    if (config.isEmpty() || !problems.sentences().isEmpty()) {
      return new Loaded.Bad(problems.sentences());
    }
    sources
        .unused()
        .forEach(
            name ->
                problems.warn(
                    "The environment variable " + name + " is set, but the file does not use it."));
    return new Loaded.Ok(config.get(), problems.warnings());
  }

  private static BerthConfig read(Section top) {
    top.only(KEYS);
    PolicyReader policy = new PolicyReader(top);
    List<WebhookCaller> callers =
        WebhookCaller.readAll(top.section("webhook_callers"), policy.teamNames());
    return new BerthConfig(
        SlackConfig.read(top.section("slack")),
        ServerConfig.read(top.section("server")),
        DatabaseConfig.read(top.section("database")),
        SigningConfig.read(top.section("approval")),
        FunctionConfig.readAll(top.section("functions")),
        region(top),
        policy.read(callers),
        callers,
        ExecutionConfig.read(top.section("execution")));
  }

  private static String region(Section top) {
    String region = top.text("region");
    if (!region.isEmpty() && !Regions.KNOWN.contains(region)) {
      String hint = Suggestion.didYouMean(region, Regions.KNOWN);
      top.refuse(
          "region",
          Echo.of(region) + " is not a region like ap-guangzhou" + (hint.isEmpty() ? "." : hint));
    }
    return region;
  }
}
