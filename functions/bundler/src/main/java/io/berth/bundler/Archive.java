// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Classes loaded and linked ahead of time, by a run that does what a function does: an AOT cache
 * where the JDK can make one in one step (JEP 514, JDK 25), else an archive of class data (AppCDS).
 *
 * <p>The virtual machine takes either only for the jars it was made from, and tells them by time
 * and size, or not at all (JDK-8377932). Unpacking gives files other times. So the jars have no
 * time when the archive is made, which leaves their sizes, and {@code bootstrap} compares their
 * SHA-256 before it lets the archive be used: old code can never run from it.
 */
final class Archive {
  private static final String TRAINING = "io.berth.handlers.Training";

  /** The first JDK with {@code -XX:AOTCacheOutput}. */
  private static final int ONE_STEP = 25;

  private final Layout layout;
  private final boolean aot;

  Archive(Layout layout, int javaVersion) {
    this.layout = layout;
    this.aot = javaVersion >= ONE_STEP;
  }

  boolean isAot() {
    return aot;
  }

  /** Its name in the bundle. */
  String fileName() {
    return aot ? "app.aot" : "app.jsa";
  }

  /** The flag that makes the virtual machine fail when it cannot use the archive. */
  String strictFlag() {
    return aot ? "-XX:AOTMode=on" : "-Xshare:on";
  }

  /** Trains and writes the archive, the flags that use it, and the sums that guard it. */
  void make(TrainingRun run, TrainingCalls calls, List<String> trust)
      throws BuildFailed, IOException, InterruptedException {
    forget();
    for (Path jar : layout.jars()) {
      Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    }
    if (aot) {
      train(run, calls, trust, List.of("-XX:AOTCacheOutput=" + fileName()));
    } else {
      Path classes = layout.root().resolveSibling("classes.lst");
      train(run, calls, trust, List.of("-XX:DumpLoadedClassList=" + classes));
      dump(classes);
    }
    if (!Files.exists(layout.root().resolve(fileName()))) {
      throw new BuildFailed("the training run wrote no " + fileName());
    }
    String flag = aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    Files.writeString(layout.archiveOptions(), flag + fileName() + "\n");
    Files.writeString(layout.archiveSums(), sums());
  }

  private void forget() throws IOException {
    for (String old : List.of("app.aot", "app.jsa")) {
      Files.deleteIfExists(layout.root().resolve(old));
    }
    Files.deleteIfExists(layout.archiveOptions());
    Files.deleteIfExists(layout.archiveSums());
  }

  private void train(
      TrainingRun run, TrainingCalls calls, List<String> trust, List<String> recording)
      throws BuildFailed, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(layout.java().toString(), "@jvm.options"));
    command.addAll(trust);
    command.addAll(recording);
    command.addAll(List.of("@classpath.options", TRAINING));
    List<TrainingRun.Expected> expected =
        new ArrayList<>(
            calls.events().stream()
                .map(event -> new TrainingRun.Expected(event, "\"statusCode\":200"))
                .toList());
    expected.add(new TrainingRun.Expected(calls.forgedEvent(), "\"statusCode\":401"));
    run.run(command, "training", Map.of(), expected);
  }

  private void dump(Path classes) throws BuildFailed, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(layout.java().toString(), "@jvm.options"));
    command.addAll(
        List.of(
            // The collector that can write objects of the heap; the one that runs can read them.
            "-XX:-UseSerialGC",
            "-XX:+UseG1GC",
            "-Xshare:dump",
            "-Xlog:disable",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + fileName(),
            "@classpath.options"));
    Processes.run(layout.root(), command);
  }

  private String sums() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path jar : layout.jars()) {
      text.append(sha256(Files.readAllBytes(jar))).append("  lib/").append(jar.getFileName());
      text.append('\n');
    }
    return text.toString();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
