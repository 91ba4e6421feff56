// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeZipTest {
  @TempDir Path folder;
  private Path zip;

  @BeforeEach
  void name() {
    zip = folder.resolve("c.zip");
  }

  @Test
  void acceptsAnExecutableBootstrapAtTheRoot() throws IOException {
    SmallBundle.write(zip);

    assertThat(CodeZip.check("c.zip", zip, "bootstrap")).isEmpty();
  }

  @Test
  void refusesABootstrapInAFolder() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bin/bootstrap"));
      out.write("#!/bin/sh\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .containsExactly(
            "CodeUri c.zip has no bootstrap at its root, which SCF starts; build it with ./mvnw"
                + " package");
  }

  @Test
  void refusesABootstrapThatIsNotExecutable() throws IOException {
    SmallBundle.write(zip, "bootstrap", "#!/bin/sh\n", "rw-r--r--");

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .containsExactly(
            "bootstrap in c.zip is not executable for everybody; SCF wants mode 755, so build it"
                + " with ./mvnw package");
  }

  @Test
  void refusesABootstrapThatOthersCannotRead() throws IOException {
    SmallBundle.write(zip, "bootstrap", "#!/bin/sh\n", "rwx--x--x");

    assertThat(CodeZip.check("c.zip", zip, "bootstrap")).singleElement().asString().contains("755");
  }

  @Test
  void acceptsTheOtherModeThatScfNames() throws IOException {
    SmallBundle.write(zip, "bootstrap", "#!/bin/sh\n", "rwxrwxrwx");

    assertThat(CodeZip.check("c.zip", zip, "bootstrap")).isEmpty();
  }

  @Test
  void refusesABootstrapWhoseModeIsNotRecorded() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bootstrap"));
      out.write("#!/bin/sh\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .singleElement()
        .asString()
        .contains("not executable");
  }

  @Test
  void refusesABootstrapWithWindowsLineEnds() throws IOException {
    SmallBundle.write(zip, "bootstrap", "#!/bin/sh\r\n", "rwxr-xr-x");

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .containsExactly(
            "bootstrap in c.zip must begin with #! and have LF line ends; build it with ./mvnw"
                + " package");
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    Files.writeString(zip, "not a zip");

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .containsExactly(
            "CodeUri c.zip cannot be read as a zip; build it with ./mvnw package again");
  }

  @Test
  void refusesMoreThanFiveHundredMegabytesUnpacked() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(1);
      out.putNextEntry(new ZipEntry("big"));
      zeros(out, 501);
    }

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .contains("CodeUri c.zip has 501 MB unpacked; SCF takes 500 MB");
  }

  @Test
  void refusesMoreThanFiftyMegabytesZipped() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
      out.putNextEntry(new ZipEntry("big"));
      zeros(out, 51);
    }

    assertThat(CodeZip.check("c.zip", zip, "bootstrap"))
        .contains("CodeUri c.zip has 51 MB; SCF takes 50 MB zipped");
  }

  private static void zeros(OutputStream out, int megabytes) throws IOException {
    byte[] megabyte = new byte[1024 * 1024];
    for (int i = 0; i < megabytes; i++) {
      out.write(megabyte);
    }
  }
}
