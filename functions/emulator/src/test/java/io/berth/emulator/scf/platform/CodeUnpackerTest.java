// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.berth.emulator.scf.Zips;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeUnpackerTest {
  @TempDir Path folder;

  private FunctionCode code(byte[] zip) throws Exception {
    FunctionCode code =
        new FunctionCode(Files.createDirectory(folder.resolve("fn")), "", zip.length);
    Files.write(code.zip(), zip);
    return code;
  }

  private InvalidCode refusal(byte[] zip, long limit) throws Exception {
    FunctionCode code = code(zip);
    return catchThrowableOfType(InvalidCode.class, () -> new CodeUnpacker(limit).run(code));
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("lib/a.jar", new byte[1000]);
    files.put("bootstrap", Zips.utf8("#!/bin/sh\n"));
    return files;
  }

  @Test
  void keepsTheModesOfTheZipButForWriting() throws Exception {
    FunctionCode code = code(Zips.zip(files(), "bootstrap", "rwxr-x---"));

    new CodeUnpacker(CodeUnpacker.UNPACKED_BYTES).run(code);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(code.bootstrap())))
        .isEqualTo("r-xr-x---");
    assertThat(Files.size(code.user().resolve("lib/a.jar"))).isEqualTo(1000);
    assertThat(Files.isExecutable(code.user().resolve("lib/a.jar"))).isFalse();
  }

  @Test
  void keepsTheTimesOfTheZip() throws Exception {
    FunctionCode code = code(Zips.zip(files(), "bootstrap", "rwxr-xr-x"));
    FileTime then;
    try (FileSystem zip = FileSystems.newFileSystem(code.zip())) {
      Path jar = zip.getPath("/lib/a.jar");
      Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
    }
    try (FileSystem zip = FileSystems.newFileSystem(code.zip())) {
      then = Files.getLastModifiedTime(zip.getPath("/lib/a.jar"));
    }

    new CodeUnpacker(CodeUnpacker.UNPACKED_BYTES).run(code);

    assertThat(Files.getLastModifiedTime(code.user().resolve("lib/a.jar"))).isEqualTo(then);
    assertThat(then.toInstant()).isEqualTo("2020-02-02T02:02:02Z");
  }

  @Test
  void refusesABootstrapThatIsNotExecutable() throws Exception {
    assertThat(refusal(Zips.zip(files(), "bootstrap", "rw-r--r--"), 10_000))
        .hasMessageContaining("`bootstrap` is not executable in the zip; give it mode 755");
  }

  @Test
  void refusesABootstrapWithoutAMode() throws Exception {
    assertThat(refusal(Zips.raw("bootstrap", Zips.utf8("#!/bin/sh\n")), 10_000))
        .hasMessageContaining("not executable");
  }

  @Test
  void refusesAZipWithoutBootstrap() throws Exception {
    assertThat(refusal(Zips.raw("fn/bootstrap", new byte[1]), 10_000))
        .hasMessageContaining("zip the content of the folder, not the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "a\\..\\evil", "./bootstrap"})
  void refusesEntriesThatPointOutside(String name) throws Exception {
    InvalidCode refusal = refusal(Zips.raw(name, new byte[1]), 10_000);

    assertThat(refusal.code()).isEqualTo("InvalidParameterValue.ZipFile");
    assertThat(refusal).hasMessageContaining("points outside the package");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void refusesCodeThatIsTooLargeWhenUnpacked() throws Exception {
    assertThat(refusal(Zips.zip(files(), "bootstrap", "rwxr-xr-x"), 1000))
        .hasMessageContaining("larger than 0 MB when unpacked");
  }

  @Test
  void refusesABrokenZip() throws Exception {
    byte[] zip = Zips.zip(files(), "bootstrap", "rwxr-xr-x");
    zip[zip.length - 10] = 99;

    assertThat(refusal(zip, 10_000)).hasMessageContaining("not a readable zip");
  }
}
