// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** From jars to a bundle: the runtime, the archive, the zip, and the proof that all of it works. */
final class Bundler {
  private static final Set<String> MADE_HERE =
      Set.of(
          "app.aot",
          "app.jsa",
          "archive.options",
          "archive.sha256",
          "classpath.options",
          TrustStore.FILE);

  private final Layout layout;
  private final Path jdk;
  private final Clock clock;
  private final SecureRandom random;
  private final PrintStream out;

  Bundler(Path folder, Path jdk, Clock clock, SecureRandom random, PrintStream out) {
    this.layout = new Layout(folder);
    this.jdk = jdk;
    this.clock = clock;
    this.random = random;
    this.out = out;
  }

  /**
   * Makes the zip, unless it is there and nothing that it is made of has changed.
   *
   * @param time what every entry of the zip says
   * @param javaVersion the feature version of the JDK, e.g. 25
   */
  void build(Path zip, Instant time, int javaVersion)
      throws BuildFailed, IOException, InterruptedException {
    refuseBlanks();
    Path made = zip.resolveSibling("bundle-made-from.txt");
    String maker = maker();
    String inputs = maker + time + "\n" + inputs();
    RuntimeImage runtime = new RuntimeImage(jdk, out);
    if (!(Files.exists(zip) && Files.exists(made) && Files.readString(made).equals(inputs))) {
      Files.deleteIfExists(made);
      runtime.link(layout, maker);
      TrustStore.make(layout, jdk);
      Files.writeString(layout.classPathOptions(), "-cp\n" + classPath() + "\n");
      pack(zip, time, javaVersion);
      Files.writeString(made, inputs);
    }
    runtime.warnOfGlibc(layout);
  }

  private void refuseBlanks() throws BuildFailed {
    if (layout.root().toString().contains(" ")) {
      // Tried with JDK 17: of classes from such a path none is in the archive.
      throw new BuildFailed(
          layout.root()
              + " has a blank, and the JVM archives no classes from such a path; move the checkout"
              + " to a path without one");
    }
  }

  private void pack(Path zip, Instant time, int javaVersion)
      throws BuildFailed, IOException, InterruptedException {
    Archive archive = new Archive(layout, javaVersion);
    TrainingCalls calls = new TrainingCalls(clock, random);
    try (TrainingCloud cloud = new TrainingCloud(zip.getParent(), jdk)) {
      archive.make(new TrainingRun(layout.root(), calls, cloud), calls, cloud.trust());
      BundleZip.pack(layout.root(), zip, time);
      BundleZip.report(layout, archive.fileName(), zip, out);
      new ArchiveCheck(archive, calls, cloud)
          .check(zip, zip.resolveSibling("bundle-check"))
          .forEach(found -> out.println("bundle " + zip.getFileName() + ": " + found));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Relative, so that it is the same wherever the bundle is: the archive compares it. */
  private String classPath() throws IOException {
    return layout.jars().stream()
        .map(jar -> "lib/" + jar.getFileName())
        .collect(Collectors.joining(":"));
  }

  /** The bundler's own classes: another bundler makes another bundle. */
  private static String maker() throws IOException {
    URL self = Bundler.class.getProtectionDomain().getCodeSource().getLocation();
    StringBuilder maker = new StringBuilder();
    for (Path file : Folders.files(Path.of(URI.create(self.toString())))) {
      maker.append(Archive.sha256(Files.readAllBytes(file))).append('\n');
    }
    return maker.toString();
  }

  /** What else a bundle depends on: the jars, the scripts, the flags, and the JDK. */
  private String inputs() throws IOException {
    StringBuilder inputs = new StringBuilder(Files.readString(jdk.resolve("release")));
    for (Path file : Folders.files(layout.root())) {
      boolean script = file.getParent().equals(layout.root()) && !MADE_HERE.contains(name(file));
      if (file.startsWith(layout.lib()) || script) {
        inputs.append(layout.root().relativize(file)).append(' ');
        inputs.append(Archive.sha256(Files.readAllBytes(file))).append('\n');
      }
    }
    return inputs.toString();
  }
}
