// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the start of a process to its 100th and 2,000th answer: does a fast start cost later? */
final class Steady {
  private static final int FEW = 100;
  private static final int MANY = 2_000;

  private final Setup setup;
  private final int rounds;

  Steady(Setup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  void run() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "steady: process start to the %,dth and %,dth answer, %s, %d rounds%n",
        FEW,
        MANY,
        Machine.pinning(),
        rounds);
    Tls tls = new Tls(setup.work(), setup.bundle().resolve("jre/lib/security/cacerts"));
    Calls calls = new Calls();
    Map<String, Samples> few = new LinkedHashMap<>();
    Map<String, Samples> many = new LinkedHashMap<>();
    try (StubServer cloud = StubCloud.open(tls.sockets())) {
      Starts starts = new Starts(setup, tls, calls, "https://localhost:" + cloud.port(), "");
      Machine.stayAway(true);
      for (int round = 0; round < rounds; round++) {
        for (Start start : List.of(starts.shippedBundle(), starts.sdkPlain())) {
          try (Instance instance = new Instance(start)) {
            few.computeIfAbsent(start.name(), key -> new Samples()).add(to(instance, calls, FEW));
            many.computeIfAbsent(start.name(), key -> new Samples())
                .add(to(instance, calls, MANY - FEW));
          }
        }
      }
      Machine.stayAway(false);
    }
    print("100th", few);
    print("2,000th", many);
  }

  private static double to(Instance instance, Calls calls, int more)
      throws IOException, InterruptedException {
    double millis = 0;
    for (int i = 0; i < more; i++) {
      millis = instance.call(calls.event(false)).millis();
    }
    return millis;
  }

  private static void print(String which, Map<String, Samples> found) {
    found.forEach(
        (name, samples) ->
            System.out.printf(
                Locale.ROOT, "  %-8s %-20s %8.0f ms%n", which, name, samples.median()));
    List<Samples> both = List.copyOf(found.values());
    System.out.printf("  %-8s a/d  %s%n", which, both.get(0).ratioTo(both.get(1)));
  }
}
