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

  private final BenchSetup setup;
  private final int rounds;

  Steady(BenchSetup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  void run() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "steady: process start to the %,dth and %,dth answer, %s, %d rounds%n",
        FEW,
        MANY,
        BenchMachine.pinning(),
        rounds);
    Tls tls = new Tls(setup.work(), setup.bundle().resolve("jre/lib/security/cacerts"));
    SignedCalls calls = new SignedCalls();
    Found few = new Found();
    Found many = new Found();
    try (StubServer cloud = StubCloud.open(tls.sockets())) {
      Contenders starts =
          new Contenders(setup, tls, calls, "https://localhost:" + cloud.port(), "");
      BenchMachine.stayAway(true);
      for (int round = 0; round < rounds; round++) {
        for (Contender start :
            List.of(starts.shippedBundle(), starts.sdkPlain(), starts.constantAnswer())) {
          try (MeasuredInstance instance = new MeasuredInstance(start)) {
            few.add(start, last(instance, calls, FEW));
            many.add(start, last(instance, calls, MANY - FEW));
          }
        }
      }
      BenchMachine.stayAway(false);
    }
    few.print("100th");
    many.print("2,000th");
  }

  private static MeasuredInstance.FirstAnswer last(
      MeasuredInstance instance, SignedCalls calls, int more)
      throws IOException, InterruptedException {
    for (int i = 1; i < more; i++) {
      instance.call(calls.event(false));
    }
    return instance.call(calls.event(false));
  }

  private static final class Found {
    private final Map<String, Samples> millis = new LinkedHashMap<>();
    private final Map<String, Samples> cpu = new LinkedHashMap<>();

    void add(Contender start, MeasuredInstance.FirstAnswer answered) {
      millis.computeIfAbsent(start.name(), name -> new Samples()).add(answered.millis());
      cpu.computeIfAbsent(start.name(), name -> new Samples()).add(answered.cpuMillis());
    }

    void print(String which) {
      millis.forEach(
          (name, samples) ->
              System.out.printf(
                  Locale.ROOT,
                  "  %-8s %-28s %7.0f ms   CPU %7.0f ms%n",
                  which,
                  name,
                  samples.median(),
                  cpu.get(name).median()));
      List<Samples> times = List.copyOf(millis.values());
      List<Samples> cpus = List.copyOf(cpu.values());
      System.out.printf(
          "  %-8s a/d  time %s   CPU %s%n",
          which, times.get(0).ratioTo(times.get(1)), cpus.get(0).ratioTo(cpus.get(1)));
    }
  }
}
