// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.bot.approval.Policy;
import io.berth.contract.FunctionName;
import io.berth.contract.Regions;
import io.berth.contract.text.Suggestion;
import io.berth.yaml.EnvironmentValues;
import io.berth.yaml.Mistake;
import io.berth.yaml.Mistakes;
import io.berth.yaml.YamlMapping;
import io.berth.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  static final List<String> KEYS =
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
    Mistakes mistakes = new Mistakes();
    EnvironmentValues values = new EnvironmentValues(env, file.toAbsolutePath().getParent());
    Optional<BerthConfig> config =
        new YamlReader(new ConfigDialect(file), values, mistakes).read(file).map(BerthConfig::read);
    if (config.isEmpty() || !mistakes.isEmpty()) {
      return new Loaded.Bad(mistakes.sorted().stream().map(BerthConfig::line).toList());
    }
    return new Loaded.Ok(config.get(), warnings(mistakes.notes(), values));
  }

  private static List<String> warnings(List<Mistake> notes, EnvironmentValues values) {
    Stream<String> unused =
        values.unused("BERTH_").stream()
            .map("The environment variable %s is set, but the file does not use it."::formatted);
    return Stream.concat(notes.stream().map(note -> ended(note.sentence())), unused).toList();
  }

  private static String line(Mistake mistake) {
    String sentence = ended(mistake.sentence());
    return mistake.line() == 0 ? sentence : "line %d: %s".formatted(mistake.line(), sentence);
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
  }

  private static BerthConfig read(YamlMapping top) {
    top.allowOnly(KEYS);
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

  private static String region(YamlMapping top) {
    String region = top.requiredText("region");
    if (!region.isEmpty() && !Regions.KNOWN.contains(region)) {
      top.refuse(
          "region",
          "%s is not a region like ap-guangzhou%s"
              .formatted(top.shown("region"), Suggestion.didYouMean(region, Regions.KNOWN)));
    }
    return region;
  }
}
