// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Fact;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What bot/README.md and the file of {@code berth init} say about keys is what the readers read.
 */
class DocumentedKeysTest {
  private static final Path README = Path.of("../README.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*) \\|$");

  @TempDir private Path directory;

  /** Each key by its path, with NAME for a name that people choose and N for a place in a list. */
  private static List<String> known() {
    Map<String, List<String>> sections = new TreeMap<>();
    sections.put("slack.", SlackConfig.KEYS);
    sections.put("server.", ServerConfig.KEYS);
    sections.put("database.", DatabaseConfig.KEYS);
    sections.put("approval.", SigningConfig.KEYS);
    sections.put("functions.NAME.", FunctionConfig.KEYS);
    sections.put("teams.NAME.", PolicyReader.TEAM_KEYS);
    sections.put("policy[N].", PolicyReader.RULE_KEYS);
    sections.put("webhook_callers.NAME.", WebhookCaller.KEYS);
    sections.put("execution.", ExecutionConfig.KEYS);
    List<String> keys = new ArrayList<>(List.of("region", "approvers.NAME"));
    sections.forEach((section, names) -> names.forEach(name -> keys.add(section + name)));
    return keys;
  }

  /** The rows of the table under a heading: the first cell, and the others. */
  private static Map<String, List<String>> rows(String heading) throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf("\n" + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = text.indexOf("\n#", start + heading.length() + 1);
    return ROW.matcher(text.substring(start, end))
        .results()
        .collect(
            Collectors.toMap(row -> row.group(1), row -> List.of(row.group(2).split(" \\| "))));
  }

  private static String template() throws IOException {
    try (InputStream in =
        DocumentedKeysTest.class.getResourceAsStream("/io/berth/bot/cli/berth.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everySectionOfTheFileIsAmongTheKeys() {
    assertThat(known().stream().map(key -> key.split("[.\\[]")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(BerthConfig.KEYS);
  }

  @Test
  void theReadmeHasEachKeyAndNoOther() throws Exception {
    assertThat(rows("### Every key").keySet()).containsExactlyInAnyOrderElementsOf(known());
  }

  @Test
  void theReadmeHasEachFactAndNoOther() throws Exception {
    Map<String, List<String>> rows = rows("### What a rule may name");
    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(PolicyReader.conditionKeys());
    for (Kind kind : Kinds.ALL) {
      for (Fact fact : kind.facts()) {
        String key =
            fact.comparison() == Fact.Comparison.NUMBER ? fact.name() + "_above" : fact.name();
        assertThat(rows.get(key).get(0)).as(key).isEqualTo(kindsWith(fact));
        fact.words().forEach(word -> assertThat(rows.get(key).get(1)).contains("`" + word + "`"));
      }
    }
    Kinds.words().forEach(word -> assertThat(rows.get("kind").get(1)).contains("`" + word + "`"));
  }

  private static String kindsWith(Fact fact) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.facts().contains(fact))
        .map(kind -> "`" + kind.word() + "`")
        .collect(Collectors.joining(", "));
  }

  /** What no rule names is denied to everybody, and a kind that was forgotten looks like that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/io/berth/bot/cli/berth.yaml",
        "../local/src/main/resources/io/berth/local/berth.yaml"
      })
  void aFileToStartWithHasARuleForEachKind(String file) throws Exception {
    String text = Files.readString(Path.of(file));
    assertThat(Kinds.words())
        .allSatisfy(word -> assertThat(text).contains("{when: {kind: " + word + "}, "));
  }

  @Test
  void theReadmeHasEachEffectOfARuleAndEachIsRead() throws Exception {
    Map<String, List<String>> rows = rows("### What a rule comes to");
    Stream<String> effects = rows.keySet().stream().map(effect -> effect.split(":")[0]);
    assertThat(effects.sorted())
        .containsExactlyElementsOf(
            PolicyReader.RULE_KEYS.stream()
                .filter(key -> !List.of("when", "from").contains(key))
                .sorted()
                .toList());
    for (String effect : rows.keySet()) {
      String rule = "{when: {kind: registry, charge: prepaid}, %s}".formatted(effect);
      String text =
          ConfigFile.RIGHT.replace(
              "{when: {kind: registry, charge: prepaid}, approvals: 2, from: platform}", rule);
      assertThat(text).contains(rule);
      new ConfigFile(directory).right(text);
    }
  }

  @Test
  void theDefaultsOfTheReadmeAreThoseOfTheCode() throws Exception {
    String text =
        ConfigFile.RIGHT
            .replaceAll("(?m)^(server|database|execution):.*\\n", "")
            .replaceAll(", expires: 24h|, command: /tcr", "");
    BerthConfig config = new ConfigFile(directory).right(text);
    Map<String, List<String>> rows = rows("### Every key");
    Map<String, String> defaults = new TreeMap<>();
    rows.forEach((key, cells) -> defaults.put(key, cells.get(1)));
    assertThat(defaults)
        .containsEntry("slack.command", code(config.slack().command()))
        .containsEntry("server.port", code(config.server().port()))
        .containsEntry("server.admin_port", code(config.server().adminPort()))
        .containsEntry("database.url", code(config.database().url()))
        .containsEntry("database.user", code(config.database().user()))
        .containsEntry("approval.expires", code(config.approval().expires().toHours() + "h"))
        .containsEntry(
            "execution.call_timeout", code(config.execution().callTimeout().toSeconds() + "s"))
        .containsEntry("execution.lease", code(config.execution().lease().toSeconds() + "s"))
        .containsEntry("execution.attempts", code(config.execution().attempts()))
        .containsEntry("execution.settle", code(config.execution().settle().toMinutes() + "m"))
        .containsEntry("execution.poll", code(config.execution().poll().toMillis() + "ms"));
  }

  private static String code(Object value) {
    return "`" + value + "`";
  }

  @Test
  void theFileOfInitGivesEachKey() throws Exception {
    String text = template();
    for (String key : known()) {
      String last = key.substring(key.lastIndexOf('.') + 1);
      if (!key.equals("approvers.NAME")) {
        assertThat(text).as(key).containsPattern("(?m)(^ *|[{ ])" + last + ":");
      }
    }
    PolicyReader.conditionKeys().forEach(fact -> assertThat(text).contains(fact));
  }
}
