// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import io.berth.contract.FunctionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Unpacks a finished bundle elsewhere, starts it as SCF does, and looks where each class comes
 * from. An archive that is there and not used would only be slow, and nobody would notice.
 */
final class ArchiveCheck {
  /**
   * A function that loads more has a library too many. Two builds of the same sources differ by
   * some dozens (2,975 and 3,008 were seen), for which none must fail. An AOT cache loads at once
   * all that any of the functions needs.
   */
  private static final int MOST_CLASSES = 3_200;

  private static final int MOST_WITH_AOT = 3_600;

  /** Of the classes, what may come from elsewhere: those made while it runs, and a few more. */
  private static final double MOST_ELSEWHERE = 0.05;

  private final Archive archive;
  private final TrainingCalls calls;
  private final TrainingCloud cloud;

  ArchiveCheck(Archive archive, TrainingCalls calls, TrainingCloud cloud) {
    this.archive = archive;
    this.calls = calls;
    this.cloud = cloud;
  }

  /**
   * What one start loaded.
   *
   * @param fromArchive of {@code classes}
   */
  record LoadedClasses(FunctionName function, long classes, long fromArchive) {
    @Override
    public String toString() {
      return "%d of %d classes from the archive (%s)"
          .formatted(fromArchive, classes, function.wireName());
    }
  }

  /** Checks every function that creates something. */
  List<LoadedClasses> check(Path zip, Path folder)
      throws BuildFailed, IOException, InterruptedException {
    Folders.delete(folder);
    BundleZip.unpack(zip, folder);
    List<LoadedClasses> all = new ArrayList<>();
    for (FunctionName function : FunctionName.values()) {
      if (function.creates()) {
        all.add(check(function, folder));
      }
    }
    Folders.delete(folder);
    return all;
  }

  private LoadedClasses check(FunctionName function, Path folder)
      throws BuildFailed, IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    String output = run(function, folder, log);
    LoadedClasses found = read(function, log);
    if (found.fromArchive() < found.classes() * (1 - MOST_ELSEWHERE)) {
      throw new BuildFailed(
          "the archive is not used as it should be: %s; it printed:%n%s".formatted(found, output));
    }
    int most = archive.isAot() ? MOST_WITH_AOT : MOST_CLASSES;
    if (found.classes() > most) {
      throw new BuildFailed("more than %d classes are loaded: %s".formatted(most, found));
    }
    return found;
  }

  private String run(FunctionName function, Path folder, Path log)
      throws BuildFailed, IOException, InterruptedException {
    String trust = String.join(" ", cloud.trust());
    String options =
        "%s -Xlog:disable -Xlog:class+load:file=%s %s".formatted(trust, log, archive.strictFlag());
    return new TrainingRun(folder, calls, cloud)
        .run(
            List.of(folder.resolve("bootstrap").toString()),
            function.wireName(),
            Map.of("JAVA_TOOL_OPTIONS", options),
            List.of(new TrainingRun.Expected(calls.event(function), "\"statusCode\":200")));
  }

  private static LoadedClasses read(FunctionName function, Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> loads = lines.filter(line -> line.contains(" source: ")).toList();
      long archived = loads.stream().filter(line -> line.contains("shared objects file")).count();
      return new LoadedClasses(function, loads.size(), archived);
    }
  }
}
