// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A signature alone: ours, the official SDK's, and the hashes that no signature can do without. */
final class Signing {
  private static final List<String> NAMES =
      List.of("ours", "the bare hashes", "the hashes, reused", "official SDK");

  private final BenchSetup setup;
  private final int rounds;

  Signing(BenchSetup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  void run() throws IOException, InterruptedException {
    System.out.printf("signing: one request, CPU time of its thread, %d rounds%n", rounds);
    Map<String, Samples> micros = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      String[] found = ChildProcess.run(setup.work(), command()).strip().split(" ");
      for (int i = 0; i < NAMES.size(); i++) {
        micros
            .computeIfAbsent(NAMES.get(i), name -> new Samples())
            .add(Double.parseDouble(found[i]));
      }
    }
    micros.forEach(
        (name, samples) ->
            System.out.printf(Locale.ROOT, "  %-18s %6.2f us%n", name, samples.median()));
    for (String other : NAMES.subList(1, NAMES.size())) {
      System.out.printf(
          "  ours / %-18s %s%n", other, micros.get("ours").ratioTo(micros.get(other)));
    }
  }

  /** The one child with both sides' jars: it makes signatures and sends none, so no OkHttp runs. */
  private List<String> command() throws IOException {
    List<Path> jars = new ArrayList<>(BenchSetup.jars(setup.bundle().resolve("lib")));
    jars.add(setup.jar());
    jars.addAll(BenchSetup.jars(setup.peer()));
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return List.of(BenchSetup.java(), "-cp", classPath, "io.berth.cloud.SigningLoad");
  }
}
