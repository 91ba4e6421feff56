// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.yaml.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake and the exact line that somebody will read about it. */
class TemplateMistakesTest {
  @TempDir Path folder;

  @BeforeEach
  void bundle() throws IOException {
    SmallBundle.write(folder.resolve("code.zip"));
  }

  @Test
  void findsNothingInATemplateThatIsRight() throws IOException {
    assertThat(linesOf(GOOD)).isEmpty();
    assertThat(read(GOOD).notes()).isEmpty();
    assertThat(read(GOOD).size()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.berth.deploy.template.Mistaken#all")
  void saysWhereAndWhatToDo(String name, String yaml, String line) throws IOException {
    assertThat(linesOf(yaml)).containsExactly(line);
  }

  @Test
  void saysEverythingAtOnceFromTheTopDown() throws IOException {
    String yaml = with("512", "500").replace("Timeout: 30", "Timeout: 0").replace("NONE", "X");

    assertThat(linesOf(yaml))
        .hasSize(5)
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(line -> Integer.parseInt(line.split(":")[1])));
  }

  @Test
  void takesWindowsLineEnds() throws IOException {
    assertThat(linesOf(GOOD.replace("\n", "\r\n"))).isEmpty();
    assertThat(linesOf(with("512", "500").replace("\n", "\r\n")).get(0))
        .startsWith("template.yaml:5: ");
  }

  @Test
  void takesWhatIsFalsyFromGlobals() throws IOException {
    String yaml =
        with("        Role: berth-create\n", "        Role: berth-create\n        Timeout: 0\n");

    assertThat(linesOf(yaml)).isEmpty();
  }

  @Test
  void doesNotMergeTheEnvironmentOfGlobals() throws IOException {
    String yaml =
        with(
            "    Timeout: 30\n",
            "    Timeout: 30\n    Environment: {Variables: {BERTH_CALLERS: \"${A}\"}}\n");

    assertThat(read(yaml).missing(java.util.Map.of()))
        .containsExactly("CALLERS_CREATE", "KEYS", "CALLERS_DESCRIBE");
  }

  @Test
  void notesARoleThatTwoFunctionsShare() throws IOException {
    assertThat(read(GOOD.replace("berth-describe", "berth-create")).notes())
        .containsExactly(
            new Mistake(
                8,
                "tcr-describe-instances shares the role berth-create with tcr-create-instance; a"
                    + " role of its own would keep it to its own action"));
  }

  @Test
  void notesAnAddressThatNeedsACloudKey() throws IOException {
    assertThat(read(with("AuthType: NONE", "AuthType: CAM")).notes())
        .containsExactly(
            new Mistake(
                27,
                "AuthType CAM asks callers for a cloud key, which Berth's bot and `call` do not"
                    + " have"));
  }

  @Test
  void saysWhenThereIsNoFile() {
    Template template = Template.read(folder.resolve("none.yaml"));

    assertThat(template.mistakes().get(0).in("none.yaml"))
        .isEqualTo("none.yaml: there is no such file; name the template, e.g. check template.yaml");
  }

  private List<String> linesOf(String yaml) throws IOException {
    return read(yaml).mistakes().stream().map(m -> m.in("template.yaml")).toList();
  }

  private Template read(String yaml) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, yaml);
    return Template.read(file);
  }
}
