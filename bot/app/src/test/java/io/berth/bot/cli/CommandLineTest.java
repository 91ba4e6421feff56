// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.config.ConfigFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void checkPrintsEveryMistakeOnALine() throws Exception {
    Path file =
        Files.writeString(directory.resolve("berth.yaml"), "server: {port: 0}\nregion: mars-1\n");
    assertThat(run(new CheckCommand(Map.of()), "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("line 1: server.port '0' is not a whole number from 1 to 65535.\n")
        .contains("line 2: region 'mars-1' is not a region like ap-guangzhou.\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void checkNamesAFileThatIsNotThere() {
    assertThat(run(new CheckCommand(Map.of()), "--config", directory.resolve("no.yaml").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("Config file ").contains(" not found;");
  }

  @Test
  void tryChecksTheTextWithoutAConfiguration() {
    assertThat(run(new TryCommand(Map.of()), "/tcr create registry payments --type Standard"))
        .isZero();
    assertThat(out.toString())
        .isEqualTo(
            "Understood: create registry payments --type standard --region ap-guangzhou --charge postpaid\n"
                + "--type 'Standard' was read as standard.\n"
                + "The policy was not asked: give --config FILE and --as USER. Nothing was stored.\n");
  }

  @Test
  void tryAsksThePolicyForAPerson() {
    ConfigFile file = new ConfigFile(directory);
    file.load(ConfigFile.RIGHT);
    String config = file.path().toString();
    String text = "create code --permanent";
    assertThat(run(new TryCommand(file.env()), "--config", config, "--as", "U0ALICE", text))
        .isZero();
    assertThat(run(new TryCommand(file.env()), "--config", config, "--as", "U0ERIN", text))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("Needs 2 approvals from platform: @U0BOB and @U0CAROL.\nNothing was stored.\n")
        .contains("You are not allowed to ask for anything yet, because you are in no team;");
    assertThat(run(new TryCommand(Map.of()), "--config", config, text)).isEqualTo(2);
    assertThat(run(new CheckCommand(file.env()), "--config", config)).isZero();
    assertThat(out.toString()).endsWith(config + " can be used.\n");
  }

  @Test
  void trySaysWhatIsWrong() {
    assertThat(run(new TryCommand(Map.of()), "create bucket x")).isEqualTo(1);
    assertThat(out.toString())
        .isEqualTo("Unknown kind 'bucket'; use registry, code or namespace.\n");
  }

  @Test
  void tryTellsWhatEachOtherCommandWouldDo() {
    for (String text :
        new String[] {
          "list", "show 01A", "approve 01A", "deny 01A no", "cancel 01A", "whoami", "help", ""
        }) {
      assertThat(run(new TryCommand(Map.of()), text)).as(text).isZero();
    }
  }

  @Test
  void tryReadsNoFileThatTheTextNames() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "hunter2");
    run(new TryCommand(Map.of()), "create registry @" + secret + " --type basic");
    run(new TryCommand(Map.of()), "@" + secret);
    assertThat(out + "" + err).doesNotContain("hunter2");
  }
}
