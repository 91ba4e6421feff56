// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code bench NAMES ROUNDS TARGET JAR HANDLERS-TARGET}: measures and prints. */
public final class Main {
  private Main() {}

  private interface Benchmark {
    void run() throws IOException, InterruptedException;
  }

  /** Ends with 2 and one sentence when a name is unknown. */
  public static void main(String... words) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(words[1]);
    Path target = Path.of(words[2]).toRealPath();
    BenchSetup setup =
        new BenchSetup(
            Files.createDirectories(target.resolve("bench")),
            Path.of(words[3]).toRealPath(),
            target.resolve("peer"),
            Path.of(words[4]).toRealPath());
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("sizes", () -> new Sizes(setup).run());
    all.put("cold", () -> new ColdStart(setup, rounds).run());
    all.put("steady", () -> new Steady(setup, Math.min(3, rounds)).run());
    all.put("warm", () -> new Warm(setup, Math.min(3, rounds)).run());
    all.put("signing", () -> new Signing(setup, Math.min(5, rounds)).run());
    all.put("web", () -> new Web(setup, Math.min(5, rounds)).run());
    Set<String> wanted = words[0].equals("all") ? all.keySet() : Set.of(words[0].split(","));
    if (!all.keySet().containsAll(wanted)) {
      System.err.println("-Dbench must be all, or names out of " + all.keySet());
      System.exit(2);
    }
    System.out.println(BenchMachine.describe());
    for (String name : List.copyOf(all.keySet())) {
      if (wanted.contains(name)) {
        System.out.println();
        all.get(name).run();
      }
    }
    // The stubs leave threads behind that wait a while.
    System.exit(0);
  }
}
