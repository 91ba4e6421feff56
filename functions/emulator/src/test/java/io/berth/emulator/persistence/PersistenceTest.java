// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.TestCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An emulator that is started again on the folder of another. */
class PersistenceTest {
  private static final String NOTHING =
      "{\"format\":1,\"aheadSeconds\":0,\"tat\":{\"codes\":[],\"machines\":[]},"
          + "\"tcr\":{\"registries\":[]}}";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state.json");
  }

  private static void create(TestCloud cloud, String name) {
    String json = "{\"RegistryName\":\"" + name + "\",\"RegistryType\":\"basic\"}";
    assertThat(cloud.code(TCR, "CreateInstance", json)).isEqualTo("ok");
  }

  private static List<String> names(TestCloud cloud) {
    return cloud.get("state").get("registries").findValuesAsText("RegistryName");
  }

  @Test
  void keepsRegistriesCodesMachinesAndTheClock() throws IOException {
    String before;
    JsonNode code;
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      create(cloud, "payments");
      code = new AgentCalls(cloud).code("{'RegisterLimit':2}");
      new AgentCalls(cloud).register(code, "m-1");
      cloud.admin("POST", "clock", "{\"advanceSeconds\":-60,\"allowBackwards\":true}");
      before = cloud.get("state").toString();
      assertThat(Files.readString(file())).isEqualTo(cloud.get("export").toString());
    }
    try (TestCloud again = TestCloud.keptIn(folder)) {
      assertThat(again.get("state")).hasToString(before);
      AgentCalls agents = new AgentCalls(again);
      assertThat(agents.register(code, "m-2").path("InstanceId").asText()).startsWith("rins-");
      assertThat(TestCloud.codeOf(agents.register(code, "m-3"))).isEqualTo("LimitExceeded");
    }
  }

  @Test
  void keepsAClockThatStandsStill() throws IOException {
    String before;
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      cloud.admin("POST", "clock", "{\"set\":\"2030-01-01T00:00:00Z\",\"freeze\":true}");
      before = cloud.get("clock").toString();
    }
    try (TestCloud again = TestCloud.keptIn(folder)) {
      assertThat(again.get("clock")).hasToString(before);
    }
  }

  @Test
  void keepsAnEffectThatCameLateAsSoonAsSomebodySeesIt() throws IOException {
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      cloud.admin(
          "PUT",
          "faults",
          "[{\"action\":\"CreateInstance\",\"effect\":\"late-effect\",\"seconds\":30}]");
      assertThatThrownBy(() -> create(cloud, "payments")).hasRootCauseInstanceOf(IOException.class);
      cloud.admin("POST", "clock", "{\"advanceSeconds\":60}");

      assertThat(names(cloud)).containsExactly("payments");
      assertThat(file()).content().contains("\"payments\"");
    }
  }

  @Test
  void theValueOfACodeStandsNowhereInTheFolder() throws IOException {
    String value;
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      value = cloud.call(TAT, "CreateRegisterCode", "{}").get("RegisterCodeValue").textValue();
      cloud.admin("POST", "snapshots/one", "");
      assertThat(filesWith("\"valueHash\"")).hasSize(2);
      assertThat(filesWith(value)).isEmpty();
    }
    assertThat(filesWith(value)).isEmpty();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(one -> has(one, text)).toList();
    }
  }

  private static boolean has(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsAResetAndAReplacedState() throws IOException {
    String exported;
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      create(cloud, "payments");
      exported = cloud.get("export").toString();
      cloud.admin("POST", "reset", "");
    }
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(names(cloud)).isEmpty();
      cloud.admin("PUT", "state", exported);
    }
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(names(cloud)).containsExactly("payments");
    }
  }

  @Test
  void keepsSnapshotsAndWhatWasGoneBackTo() throws IOException {
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      create(cloud, "payments");
      cloud.admin("POST", "snapshots/one", "");
      cloud.admin("POST", "snapshots/two", "");
      cloud.admin("DELETE", "snapshots/two", "");
      cloud.admin("POST", "reset", "");
    }
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(cloud.get("snapshots")).hasToString("{\"snapshots\":[\"one\"]}");
      assertThat(names(cloud)).isEmpty();
      cloud.admin("POST", "snapshots/one/restore", "");
    }
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(names(cloud)).containsExactly("payments");
    }
  }

  @Test
  void refusesASnapshotThatIsBrokenOrNewerAndChangesNothing() throws IOException {
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      create(cloud, "payments");
      Files.createDirectories(folder.resolve("snapshots"));
      Files.writeString(folder.resolve("snapshots/No name.json"), NOTHING);
      Files.writeString(folder.resolve("snapshots/one.json.part"), "{");
      Files.writeString(folder.resolve("snapshots/half.json"), NOTHING.substring(0, 40));
      Files.writeString(folder.resolve("snapshots/newer.json"), NOTHING.replace("1", "2"));

      assertThat(cloud.get("snapshots")).hasToString("{\"snapshots\":[\"half\",\"newer\"]}");
      assertThat(cloud.admin("POST", "snapshots/half/restore", "").statusCode()).isEqualTo(500);
      assertThat(cloud.admin("POST", "snapshots/newer/restore", "").body())
          .isEqualTo(
              "{\"error\":{\"field\":\"format\",\"rule\":\"must be 1, the only one that this"
                  + " version knows\"}}");
      assertThat(names(cloud)).containsExactly("payments");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "}", "no JSON", "{\"format\":1,\"aheadSec", "{} {}", "[1,2"})
  void refusesAFileThatIsNoWholeDocument(String text) throws IOException {
    refusesTheFile(
        text,
        "The file %s is not a state that can be gone on with, it is not one whole JSON document;"
            + " put a good copy in its place, or move it away to start with nothing.");
  }

  @Test
  void namesTheFieldThatIsWrong() throws IOException {
    refusesTheFile(
        NOTHING.replace("\"registries\":[]", "\"registries\":[{\"id\":7}]"),
        "The file %s is not a state that can be gone on with, its tcr.registries.0.id must be a"
            + " text of the form tcr-[a-z0-9]{8}; put a good copy in its place, or move it away to"
            + " start with nothing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "99999999999999999999999"})
  void refusesANewerFormatWhateverElseIsInIt(String format) throws IOException {
    refusesTheFile(
        "{\"format\":" + format + ",\"cvm\":{}}",
        "The state in %s has format "
            + format
            + " and this version knows only 1: use a newer version, or move the file away to start"
            + " with nothing.");
  }

  private void refusesTheFile(String text, String sentence) throws IOException {
    Files.writeString(file(), text);

    assertThatThrownBy(() -> TestCloud.keptIn(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(sentence.replace("%s", file().toString()));

    assertThat(file()).hasContent(text);
    Files.delete(file());
    TestCloud.keptIn(folder).close();
  }

  @Test
  void ignoresWhatAKilledWriterLeft() throws IOException {
    Files.writeString(file(), NOTHING);
    Files.writeString(folder.resolve("state.json.part"), "{\"form");
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(cloud.get("export")).hasToString(NOTHING);
      assertThat(folder.resolve("state.json.part")).doesNotExist();
    }
  }

  @Test
  void letsOneIntoAFolderAndTheNextWhenItIsGone() throws IOException {
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      create(cloud, "payments");
      assertThatThrownBy(() -> TestCloud.keptIn(folder))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "The folder "
                  + folder
                  + " is in use by another emulator: stop that one, or use another folder.");
    }
    TestCloud.keptIn(folder).close();
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> TestCloud.keptIn(noFolder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The folder "
                + noFolder
                + " cannot be written: make it one that can, or use another folder.");
  }

  @Test
  void acknowledgesNothingThatCouldNotBeWritten() throws IOException {
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      Path inTheWay = Files.createDirectory(folder.resolve("state.json.part"));
      String json = "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}";
      assertThat(cloud.code(TCR, "CreateInstance", json)).isEqualTo("InternalError");
      assertThat(cloud.admin("POST", "reset", "").statusCode()).isEqualTo(500);
      assertThat(cloud.log.toString(StandardCharsets.UTF_8))
          .contains("The state cannot be written to " + file());

      Files.delete(inTheWay);
      create(cloud, "orders");
    }
    try (TestCloud cloud = TestCloud.keptIn(folder)) {
      assertThat(names(cloud)).containsExactly("orders");
    }
  }

  @Test
  void writesNothingWithoutAFolder() throws IOException {
    try (TestCloud cloud = TestCloud.start(folder)) {
      create(cloud, "payments");
      cloud.admin("POST", "snapshots/one", "");
      assertThat(filesWith("payments")).isEmpty();
      assertThat(folder.resolve("lock")).doesNotExist();
    }
  }
}
