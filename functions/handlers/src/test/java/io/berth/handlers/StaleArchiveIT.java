// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class archive is used for exactly the jars that it was made from, and for no others. */
class StaleArchiveIT {
  private static final String CLASS = "io/berth/handlers/pipeline/CallShape.class";
  private static final String OLD = "use POST";
  private static final String NEW = "USE POST";
  private static final String WARNING = "the class archive does not belong to these jars";

  @TempDir private Path folder;
  private UnpackedBundle bundle;

  @BeforeEach
  void unpack() throws IOException {
    bundle = UnpackedBundle.below(folder);
  }

  @Test
  void untouchedBundleStartsFromItsArchive() throws Exception {
    Path classes = folder.resolve("classes.log");
    Fixture function =
        function()
            .with(
                "JAVA_TOOL_OPTIONS",
                bundle.onlyWithArchive() + " -Xlog:disable -Xlog:class+load:file=" + classes);

    try (Port9000 port = Port9000.open(bundle, function, true, folder)) {
      assertThat(answer(port)).contains(OLD);

      assertThat(port.output()).doesNotContain(WARNING);
      assertThat(Files.readAllLines(classes))
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains("io.berth.handlers.pipeline.CallShape ", "shared objects file"));
    }
  }

  @Test
  void jarOfAnotherSizeRunsItsOwnCode_andTheLogSaysSo() throws Exception {
    Path jar = jar();
    long size = Files.size(jar);
    Files.write(jar, patched(jar, 0));
    assertThat(Files.size(jar)).isNotEqualTo(size);

    answersAnew();
  }

  /** The virtual machine itself compares sizes at most: it would run the old class. */
  @Test
  void jarOfTheSameSizeRunsItsOwnCodeToo() throws Exception {
    Path jar = jar();
    long size = Files.size(jar);
    Files.write(jar, patched(jar, (int) size - patched(jar, 0).length));
    assertThat(Files.size(jar)).isEqualTo(size);

    answersAnew();
  }

  private void answersAnew() throws Exception {
    try (Port9000 port = Port9000.open(bundle, function(), true, folder)) {
      assertThat(answer(port)).contains(NEW);

      assertThat(port.output().lines().filter(line -> line.contains(WARNING)))
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).startsWith("{\"level\":\"WARN\""));
    }
  }

  private static String answer(Port9000 port) throws Exception {
    return port.send("GET", "/", "r-1", Map.of(), new byte[0]).body();
  }

  private static Fixture function() {
    return new Fixture(FunctionName.TCR_CREATE_INSTANCE, URI.create("http://127.0.0.1:1"));
  }

  private Path jar() throws IOException {
    return bundle.jars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("berth-handlers-"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The jar with one sentence changed. Packed as tightly as can be and without Maven's own files,
   * so that a comment at its end can bring it to any size from there.
   */
  private static byte[] patched(Path jar, int comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean found = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      out.setComment("-".repeat(comment));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), ISO_8859_1);
        if (entry.getName().startsWith("META-INF/maven/")) {
          continue;
        }
        if (entry.getName().equals(CLASS)) {
          found = text.contains(OLD);
          text = text.replace(OLD, NEW);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(text.getBytes(ISO_8859_1));
        out.closeEntry();
      }
    }
    assertThat(found).as(CLASS + " says " + OLD).isTrue();
    return bytes.toByteArray();
  }
}
