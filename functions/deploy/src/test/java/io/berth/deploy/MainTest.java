// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;
  private final CommandLineRun run = new CommandLineRun();

  @Test
  void showsItsUsageWhenAskedNothing() {
    assertThat(run.run()).isEqualTo(2);
    assertThat(run.err()).startsWith("Usage: berth-functions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "deploy", "call", "unseal"})
  void explainsEachCommandWithAnExample(String command) {
    assertThat(run.run(command, "--help")).isZero();
    assertThat(run.out())
        .startsWith("Usage: berth-functions " + command)
        .contains("Example", "  berth-functions " + command)
        .doesNotContain("${");
    assertThat(run.outLines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void suggestsACommand() {
    assertThat(run.run("deploi")).isEqualTo(2);
    assertThat(run.err()).contains("deploi").contains("Did you mean: berth-functions deploy");
  }

  @Test
  void doesNotReadAFileNamedByAnAtSign() throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "--help");

    assertThat(run.run("@" + file)).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void checksATemplateAndNamesWhatDeployWillWant() throws IOException {
    SmallBundle.write(folder.resolve("code.zip"));
    Path file = Files.writeString(folder.resolve("template.yaml"), TemplateText.GOOD);
    run.with("KEYS", "set");

    assertThat(run.run("check", file.toString())).isZero();
    assertThat(run.outLines())
        .containsExactly(
            file
                + ": note: deploy takes these from the environment, not set here: CALLERS_CREATE,"
                + " CALLERS_DESCRIBE",
            file + ": ok, 2 functions");
  }

  @Test
  void printsTheSchemaOfATemplate() {
    assertThat(run.run("check", "--schema")).isZero();
    assertThat(Json.readObject(run.out().getBytes(UTF_8), Json.Limits.WIDE))
        .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void checkEndsWithTwoWhenThereIsAMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), TemplateText.GOOD);

    assertThat(run.run("check", file.toString())).isEqualTo(2);
    assertThat(run.outLines())
        .containsExactly(
            file + ":4: CodeUri code.zip does not exist; build it with ./mvnw package");
    assertThat(run.errLines()).containsExactly(file + ": 1 mistake");
  }
}
