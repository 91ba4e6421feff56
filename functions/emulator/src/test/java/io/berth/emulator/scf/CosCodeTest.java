// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cos.Stored;
import io.berth.emulator.error.ApiError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code from COS, and code that several functions share. */
class CosCodeTest {
  @TempDir Path folder;
  private RunningScf scf;

  @BeforeEach
  void start() throws Exception {
    scf = new RunningScf(folder);
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  @Test
  void runsAnObject() throws Exception {
    Stored.put(scf.scf.objects(), "ap-guangzhou", "/berth/a.zip", Zips.probe("one"));
    scf.call("CreateFunction", fromCos("fn"));
    assertThat(scf.invoke("fn", "do:version:;").path("RetMsg").asText()).contains("one");

    Stored.put(scf.scf.objects(), "ap-beijing", "/berth/b.jar", Zips.probe("two"));
    ObjectNode update = RunningScf.named("fn");
    update.put("CosBucketName", "code").put("CosObjectName", "/berth/b.jar");
    scf.call("UpdateFunctionCode", update.put("CosBucketRegion", "ap-beijing"));
    assertThat(scf.invoke("fn", "do:version:;").path("RetMsg").asText()).contains("two");
    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void takesTheObjectAsItWasWhenTheCallCame() throws Exception {
    scf.close();
    Later later = new Later();
    scf = new RunningScf(folder, 10, later);
    Stored.put(scf.scf.objects(), "ap-guangzhou", "/berth/a.zip", Zips.probe("one"));
    scf.call("CreateFunction", fromCos("fn"));
    Stored.put(scf.scf.objects(), "ap-guangzhou", "/berth/a.zip", Zips.probe("two"));
    later.now();

    assertThat(scf.invoke("fn", "do:version:;").path("RetMsg").asText()).contains("one");
  }

  @Test
  void refusesAnObjectThatIsNotThere() {
    assertThat(refusal(fromCos("fn")).getMessage())
        .isEqualTo(
            "CosObjectName is invalid: there is no object /berth/a.zip in the bucket"
                + " code-1250000000 of ap-guangzhou; store it first.");
    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void refusesFieldsThatAreNotRight() {
    assertThat(code(c -> c.put("CosBucketName", "code-1250000000")))
        .isEqualTo("InvalidParameterValue.CosBucketName");
    assertThat(code(c -> c.remove("CosBucketName")))
        .isEqualTo("InvalidParameterValue.CosBucketName");
    assertThat(code(c -> c.put("CosObjectName", "berth/a.zip")))
        .isEqualTo("InvalidParameterValue.CosObjectName");
    assertThat(code(c -> c.put("CosObjectName", "/berth/a.tar")))
        .isEqualTo("InvalidParameterValue.CosObjectName");
    assertThat(code(c -> c.put("CosBucketRegion", "mars-1")))
        .isEqualTo("InvalidParameterValue.CosBucketRegion");
    assertThat(code(c -> c.put("ZipFile", "UEsDBA=="))).isEqualTo("InvalidParameterValue.Code");
    assertThat(code(c -> c.put("DemoId", "x"))).isEqualTo("InvalidParameterValue.Code");
  }

  @Test
  void saysInTheStatusThatAnObjectIsNoZip() throws Exception {
    Stored.put(scf.scf.objects(), "ap-guangzhou", "/berth/a.zip", Zips.utf8("hello"));
    scf.call("CreateFunction", fromCos("fn"));

    assertThat(scf.call("GetFunction", RunningScf.named("fn")).toString())
        .contains("CreateFailed", "not a readable zip");
    assertThat(foldersOfCode()).isEmpty();
    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void unpacksOneContentOnceAndRemovesItWithItsLastFunction() throws Exception {
    byte[] zip = Zips.probe("one");
    Stored.put(scf.scf.objects(), "ap-guangzhou", "/berth/a.zip", zip);
    scf.call("CreateFunction", fromCos("one"));
    scf.call("CreateFunction", fromCos("two"));
    scf.call("CreateFunction", RunningScf.function("three", zip));
    assertThat(foldersOfCode()).hasSize(1);

    scf.call("DeleteFunction", RunningScf.named("one"));
    scf.call("UpdateFunctionCode", update("two", Zips.probe("two")));
    assertThat(foldersOfCode()).hasSize(2);
    assertThat(scf.invoke("three", "do:version:;").path("RetMsg").asText()).contains("one");
    assertThat(scf.invoke("two", "do:version:;").path("RetMsg").asText()).contains("two");

    scf.call("DeleteFunction", RunningScf.named("three"));
    Await.until("one content is left", () -> foldersOfCode().size() == 1);
    assertThat(scf.invoke("two", "do:version:;").path("RetMsg").asText()).contains("two");
    scf.call("DeleteFunction", RunningScf.named("two"));
    Await.until("nothing is left", () -> foldersOfCode().isEmpty());
  }

  @Test
  void keepsTheFolderOfAnUpdateWithTheSameContent() throws Exception {
    scf.call("CreateFunction", RunningScf.function("fn", Zips.probe("one")));
    List<Path> before = foldersOfCode();
    // Zips made twice differ in their times, so the same bytes are sent.
    byte[] zip = Files.readAllBytes(before.get(0).resolve("code.zip"));

    scf.call("UpdateFunctionCode", update("fn", zip));
    assertThat(foldersOfCode()).isEqualTo(before);
    assertThat(scf.invoke("fn", "do:version:;").path("RetMsg").asText()).contains("one");
    scf.call("UpdateFunctionCode", update("fn", Zips.probe("two")));
    Await.until("the old one is gone", () -> foldersOfCode().size() == 1);
  }

  @Test
  void dropsTheCodeOfAFunctionThatWasDeletedMeanwhile() throws Exception {
    scf.close();
    Later later = new Later();
    scf = new RunningScf(folder, 10, later);
    scf.call("CreateFunction", RunningScf.function("fn", Zips.probe("one")));
    scf.call("DeleteFunction", RunningScf.named("fn"));
    later.now();

    assertThat(foldersOfCode()).isEmpty();
    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void leavesNothingOfARefusedCall() throws Exception {
    scf.call("CreateFunction", RunningScf.function("fn", Zips.probe("one")));
    refusal(RunningScf.function("fn", Zips.probe("one")));

    assertThat(uploadsLeft()).isEmpty();
  }

  private static ObjectNode fromCos(String name) {
    ObjectNode function = RunningScf.function(name, new byte[0]);
    function
        .putObject("Code")
        .put("CosBucketName", "code")
        .put("CosObjectName", "/berth/a.zip")
        .put("CosBucketRegion", "ap-guangzhou");
    return function;
  }

  private static ObjectNode update(String name, byte[] zip) {
    return RunningScf.named(name).put("ZipFile", Zips.base64(zip));
  }

  private String code(Consumer<ObjectNode> change) {
    ObjectNode function = fromCos("fn");
    change.accept((ObjectNode) function.get("Code"));
    return refusal(function).code();
  }

  private ApiError refusal(ObjectNode function) {
    return catchThrowableOfType(ApiError.class, () -> scf.call("CreateFunction", function));
  }

  private List<Path> foldersOfCode() {
    return below("code-");
  }

  private List<Path> uploadsLeft() {
    return below("upload-");
  }

  private List<Path> below(String beginning) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(path -> path.getFileName().toString().startsWith(beginning)).toList();
    } catch (java.io.IOException | java.io.UncheckedIOException e) {
      // Something went away while it was looked at.
      return List.of(folder);
    }
  }

  /** Runs what it was given when it is told to. */
  private static final class Later implements java.util.concurrent.Executor {
    private final List<Runnable> tasks = new java.util.ArrayList<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    void now() {
      tasks.forEach(Runnable::run);
    }
  }
}
