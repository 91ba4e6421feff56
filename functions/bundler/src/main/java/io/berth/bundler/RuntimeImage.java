// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java runtime of the bundle: the building JDK, cut to the modules that are needed. */
final class RuntimeImage {
  /**
   * What the jars use. {@code jdk.crypto.ec} has the elliptic curves of TLS and of approvals, and
   * is empty in newer JDKs, where they are part of the base.
   */
  private static final List<String> MODULES =
      List.of("java.base", "java.logging", "jdk.crypto.ec", "jdk.httpserver", "jdk.unsupported");

  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.([0-9]{1,3})");

  /** The oldest system among SCF's runtimes is CentOS 7.9 (SCF, document 583/56126). */
  private static final int SCF_GLIBC = 17;

  private final Path jdk;
  private final PrintStream out;

  /**
   * @param jdk the home of the JDK that the runtime is cut from
   */
  RuntimeImage(Path jdk, PrintStream out) {
    this.jdk = jdk;
    this.out = out;
  }

  /**
   * Makes the runtime, unless it is there and the very same bundler made it of the very same JDK.
   *
   * @param maker what tells one bundler from another
   */
  void link(Layout layout, String maker) throws BuildFailed, IOException, InterruptedException {
    Path made = layout.root().resolveSibling("jre-made-from.txt");
    String wish = maker + Files.readString(jdk.resolve("release"));
    if (Files.exists(layout.java()) && Files.exists(made) && Files.readString(made).equals(wish)) {
      return;
    }
    Folders.delete(layout.runtime());
    Processes.run(
        layout.root(),
        List.of(
            jdk.resolve("bin/jlink").toString(),
            "--add-modules",
            String.join(",", MODULES),
            // Uncompressed: one zip over all packs better than a zip of packed parts.
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--vm=server",
            "--output",
            layout.runtime().toString()));
    SecuritySettings.trim(layout.runtime());
    Files.writeString(made, wish);
  }

  /** Says so when the runtime asks for a newer C library than SCF has. */
  void warnOfGlibc(Layout layout) throws IOException {
    int needed = neededGlibc(layout.runtime());
    if (needed > SCF_GLIBC) {
      out.println(
          "WARNING: this runtime needs glibc 2."
              + needed
              + ", and SCF's CentOS 7 has 2."
              + SCF_GLIBC
              + ". It runs on this machine and in an image of your own; to deploy it as a Custom"
              + " Runtime build with a JDK made for glibc 2."
              + SCF_GLIBC
              + " (Eclipse Temurin is): JAVA_HOME=/path/to/temurin ./mvnw package");
    }
  }

  /** The newest version that a symbol of the runtime's native files asks for, as in 2.N. */
  static int neededGlibc(Path runtime) throws IOException {
    int newest = 0;
    try (Stream<Path> files = Files.walk(runtime)) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
      all.removeIf(file -> !isNative(file));
      for (Path file : all) {
        // Versions stand as plain text in an ELF file's table of needed symbols.
        Matcher version = GLIBC.matcher(Files.readString(file, ISO_8859_1));
        while (version.find()) {
          newest = Math.max(newest, Integer.parseInt(version.group(1)));
        }
      }
    }
    return newest;
  }

  private static boolean isNative(Path file) {
    return file.toString().endsWith(".so") || file.getParent().endsWith("bin");
  }
}
