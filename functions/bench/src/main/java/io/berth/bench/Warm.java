// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;

/** Sign and send, over and over, on loopback without TLS. Each run is a process of its own. */
final class Warm {
  private static final List<String> FIGURES =
      List.of("calls/s", "CPU us", "bytes", "p50 us", "p99 us", "connections");

  private final BenchSetup setup;
  private final int rounds;

  Warm(BenchSetup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  void run() throws IOException, InterruptedException {
    // The SDK waits a millisecond before every call of a lone thread; fewer calls tell as much.
    run(1, 5_000);
    run(16, 25_000);
  }

  private void run(int threads, int calls) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "warm: sign and send, %d threads, %,d calls after warming up, %d rounds%n",
        threads,
        calls,
        rounds);
    Map<String, List<Samples>> found = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      measure(found, "ours", bundleJars(), "BerthLoad", threads, calls);
      measure(found, "official SDK", setup.peerClassPath(), "SdkLoad", threads, calls);
    }
    System.out.printf("  %-14s %s%n", "", line(FIGURES));
    found.forEach(
        (name, samples) -> System.out.printf("  %-14s %s%n", name, line(medians(samples))));
    List<List<Samples>> both = List.copyOf(found.values());
    for (int i = 0; i < FIGURES.size(); i++) {
      System.out.printf(
          "  ours / SDK, %-12s %s%n",
          FIGURES.get(i), both.get(0).get(i).ratioTo(both.get(1).get(i)));
    }
  }

  private void measure(
      Map<String, List<Samples>> found,
      String name,
      String classPath,
      String main,
      int threads,
      int calls)
      throws IOException, InterruptedException {
    try (StubServer cloud = StubCloud.open(ServerSocketFactory.getDefault())) {
      String printed =
          ChildProcess.run(
              setup.work(),
              List.of(
                  BenchSetup.java(),
                  "-cp",
                  classPath,
                  "io.berth.bench." + main,
                  "http://127.0.0.1:" + cloud.port(),
                  Integer.toString(threads),
                  Integer.toString(calls)));
      double[] figures =
          Arrays.stream((printed.strip() + " " + cloud.connections()).split(" "))
              .mapToDouble(Double::parseDouble)
              .toArray();
      List<Samples> samples =
          found.computeIfAbsent(name, key -> FIGURES.stream().map(f -> new Samples()).toList());
      for (int i = 0; i < figures.length; i++) {
        samples.get(i).add(figures[i]);
      }
    }
  }

  private String bundleJars() throws IOException {
    return BenchSetup.jars(setup.bundle().resolve("lib")).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator))
        + File.pathSeparator
        + setup.jar();
  }

  private static List<String> medians(List<Samples> samples) {
    return samples.stream().map(one -> String.format(Locale.ROOT, "%,.0f", one.median())).toList();
  }

  private static String line(List<String> words) {
    return words.stream().map(word -> String.format("%12s", word)).collect(Collectors.joining(" "));
  }
}
