// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.Callers;
import io.berth.contract.text.Echo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern LINE = Pattern.compile("(?m)^([A-Z_]+)='([^']+)'$");

  private static final Pattern PLACEHOLDER = Pattern.compile("[A-Za-z0-9:/]*REPLACE[^,\\]\\s]*");

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path written() {
    Path file = directory.resolve("berth.yaml");
    assertThat(run(new InitCommand(new SecureRandom()), "--out", file.toString())).isZero();
    return file;
  }

  private Map<String, String> keys() {
    assertThat(run(new InitCommand(new SecureRandom()), "--keys")).isZero();
    return LINE.matcher(out.toString())
        .results()
        .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
  }

  private static List<String> variables(Path file) throws IOException {
    return VARIABLE
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .map(reference -> reference.substring(2, reference.length() - 1))
        .filter(name -> !name.equals("NAME"))
        .toList();
  }

  @Test
  void checkAcceptsWhatInitWroteOnceNothingSaysReplaceWithTheKeysThatItPrinted() throws Exception {
    Path file = written();
    Files.writeString(file, Files.readString(file).replace("REPLACE", "OWN"));
    assertThat(run(new CheckCommand(environment(file)), "--config", file.toString())).isZero();
    assertThat(out.toString()).endsWith(file + " can be used.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void checkNamesEachValueThatStillSaysReplaceWithItsLine() throws Exception {
    Path file = written();
    assertThat(run(new CheckCommand(environment(file)), "--config", file.toString())).isEqualTo(2);
    List<String> lines = Files.readAllLines(file);
    List<String> mistakes = new ArrayList<>();
    for (int line = 1; line <= lines.size(); line++) {
      for (MatchResult value : placeholders(lines.get(line - 1))) {
        mistakes.add(
            "line %d: … still says %s; put your own.".formatted(line, Echo.of(value.group())));
      }
    }
    assertThat(mistakes).hasSizeGreaterThan(10);
    assertThat(err.toString().lines().map(line -> line.replaceFirst(": \\S+ ", ": … ")))
        .containsExactlyElementsOf(mistakes);
  }

  private static List<MatchResult> placeholders(String line) {
    return line.startsWith("#") ? List.of() : PLACEHOLDER.matcher(line).results().toList();
  }

  /** The keys that init prints, and two secrets of Slack. */
  private Map<String, String> environment(Path file) throws IOException {
    Map<String, String> environment = new HashMap<>(keys());
    environment.keySet().retainAll(variables(file));
    environment.put("BERTH_SLACK_SIGNING_SECRET", "8f742231b10e8888abcd99yyyzzz85a5");
    environment.put(
        "BERTH_SLACK_BOT_TOKEN", "xoxb-123456789012-123456789012-abcdefghijklmnopqrstuvwx");
    return environment;
  }

  @Test
  void withoutTheVariablesCheckNamesEachOfThem() throws Exception {
    Path file = written();
    assertThat(run(new CheckCommand(Map.of()), "--config", file.toString())).isEqualTo(2);
    assertThat(variables(file)).hasSize(4 + FunctionName.values().length);
    for (String name : variables(file)) {
      assertThat(err.toString()).contains("needs the environment variable " + name + ",");
    }
  }

  @Test
  void saysWhatToDoNextAndWhereEachSecretComesFrom() throws Exception {
    Path file = written();
    assertThat(out.toString())
        .startsWith(file + " is written. Next:\n")
        .contains("BERTH_SLACK_SIGNING_SECRET   Slack's page of the app, Basic Information")
        .contains("berth init --keys", "berth manifest --url", "berth check --config " + file);
    for (String name : variables(file)) {
      String shown = name.startsWith("BERTH_FN_") ? "BERTH_FN_…" : name;
      assertThat(out.toString()).contains(shown);
    }
  }

  @Test
  void leavesAFileThatIsThereAsItIs() throws Exception {
    Path file = Files.writeString(directory.resolve("berth.yaml"), "mine");
    assertThat(run(new InitCommand(new SecureRandom()), "--out", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("is there already and was left as it is");
    assertThat(file).hasContent("mine");
  }

  @Test
  void namesTheFolderThatIsMissing() {
    Path file = directory.resolve("none").resolve("berth.yaml");
    assertThat(run(new InitCommand(new SecureRandom()), "--out", file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("The folder of " + file + " is not there; make it first.\n");
  }

  @Test
  void printsKeysWhoseHalvesFitTogether() {
    Map<String, String> keys = keys();
    assertThat(ApprovalKeys.parse(keys.get("BERTH_APPROVAL_KEYS"))).containsOnlyKeys("bot");
    for (FunctionName function : FunctionName.values()) {
      String callers = keys.get("BERTH_CALLERS_" + function.name());
      assertThat(callers)
          .isEqualTo(
              "bot:%s:%s".formatted(keys.get("BERTH_FN_" + function.name()), function.wireName()));
      assertThat(Callers.parse(callers)).isNotNull();
    }
    assertThat(new TreeSet<>(keys.values())).hasSameSizeAs(keys.keySet());
  }

  @Test
  void printsNoKeyTwiceAndWritesNoFile() throws Exception {
    Map<String, String> first = keys();
    out.getBuffer().setLength(0);
    assertThat(keys().values()).doesNotContainAnyElementsOf(first.values());
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void theBotsHalfHasNothingOfTheFunctionsAndTheOtherWayRound() {
    keys();
    String[] halves = out.toString().split(Pattern.quote(FreshKeys.SECOND_HALF));
    assertThat(halves).hasSize(2);
    assertThat(halves[0]).contains("BERTH_APPROVAL_SIGNING_KEY=").doesNotContain("BERTH_CALLERS_");
    assertThat(halves[1])
        .contains("BERTH_APPROVAL_KEYS=")
        .doesNotContain("SIGNING_KEY", "BERTH_FN_");
  }

  @Test
  void aFileAndKeysAreAskedForOneByOne() {
    assertThat(run(new InitCommand(new SecureRandom()), "--keys", "--out", "x")).isEqualTo(2);
    assertThat(Arrays.asList(err.toString().split("\n")).get(0)).contains("mutually exclusive");
  }
}
