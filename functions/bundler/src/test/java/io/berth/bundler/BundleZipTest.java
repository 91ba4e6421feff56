// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleZipTest {
  private static final Instant TIME = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path temporary;
  private Layout layout;
  private Path zip;

  @BeforeEach
  void fill() throws IOException {
    layout = new Layout(temporary.resolve("bundle"));
    zip = temporary.resolve("bundle.zip");
    Files.createDirectories(layout.lib());
    Files.createDirectories(layout.runtime().resolve("bin"));
    Files.writeString(layout.bootstrap(), "#!/bin/sh\n");
    assertThat(layout.bootstrap().toFile().setExecutable(true)).isTrue();
    Files.writeString(layout.lib().resolve("a.jar"), "a");
    Files.writeString(layout.java(), "java");
    Files.writeString(layout.root().resolve("app.jsa"), "archive");
  }

  @Test
  void keepsModesSoThatSomebodyElseMayStartIt() throws IOException {
    BundleZip.pack(layout.root(), zip, TIME);
    Path folder = temporary.resolve("unpacked");
    BundleZip.unpack(zip, folder);

    assertThat(folder.resolve("bootstrap")).isExecutable().hasContent("#!/bin/sh\n");
    assertThat(Files.isExecutable(folder.resolve("lib/a.jar"))).isFalse();
    assertThat(folder.resolve("lib/a.jar")).hasContent("a");
  }

  @Test
  void givesTheSameBytesForTheSameFilesWhateverTheirTimes() throws IOException {
    BundleZip.pack(layout.root(), zip, TIME);
    byte[] first = Files.readAllBytes(zip);
    Files.setLastModifiedTime(layout.lib().resolve("a.jar"), FileTime.fromMillis(0));
    BundleZip.pack(layout.root(), zip, TIME);

    assertThat(Files.readAllBytes(zip)).isEqualTo(first);
  }

  @Test
  void saysOneTimeOfFilesAndFoldersAlikeAndNotThatOfItsMaking() throws IOException {
    BundleZip.pack(layout.root(), zip, TIME);

    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of())) {
      for (String name : List.of("/lib", "/lib/a.jar", "/bootstrap")) {
        BasicFileAttributes times =
            Files.readAttributes(files.getPath(name), BasicFileAttributes.class);
        assertThat(List.of(times.lastModifiedTime(), times.lastAccessTime(), times.creationTime()))
            .as(name)
            .containsOnly(FileTime.from(TIME));
      }
    }
  }

  @Test
  void saysHowLargeEachPartIs() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    grow(layout.runtime().resolve("modules"), 3);
    BundleZip.pack(layout.root(), zip, TIME);

    BundleZip.report(layout, "app.jsa", zip, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "bundle bundle.zip: 0.0 MB zipped, 3.0 MB unpacked"
                + " (jars 0.0 MB, runtime 3.0 MB, archive 0.0 MB)\n");
  }

  @Test
  void refusesWhatScfWouldRefuse() throws IOException {
    grow(layout.runtime().resolve("modules"), 501);
    Files.writeString(zip, "");

    assertThatThrownBy(
            () ->
                BundleZip.report(
                    layout, "app.jsa", zip, new PrintStream(new ByteArrayOutputStream())))
        .isInstanceOf(BuildFailed.class)
        .hasMessage("SCF takes 50 MB zipped and 500 MB unpacked; the bundle is larger");
  }

  // A file with a hole has a size and takes no room.
  private static void grow(Path file, long megabytes) throws IOException {
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(megabytes * 1024 * 1024);
    }
  }
}
