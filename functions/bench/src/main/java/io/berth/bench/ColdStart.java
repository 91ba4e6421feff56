// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ServerSocketFactory;

/** From the start of a process to its first answer. */
final class ColdStart {
  private static final List<String> RATIOS =
      List.of("a/d", "c/d", "b/d", "c/e", "c/h", "c/f", "a/f", "p/f", "c/g", "v/a", "s/a", "d/f");

  private final BenchSetup setup;
  private final int rounds;
  private final Map<String, Samples> millis = new LinkedHashMap<>();
  private final Map<String, Samples> call = new LinkedHashMap<>();
  private final Map<String, Samples> resident = new LinkedHashMap<>();
  private final Map<String, Samples> cpu = new LinkedHashMap<>();

  ColdStart(BenchSetup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  void run() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "cold: process start to first answer, %s, -Xmx128m, %d rounds%n",
        BenchMachine.pinning(),
        rounds);
    Tls tls = new Tls(setup.work(), setup.bundle().resolve("jre/lib/security/cacerts"));
    SignedCalls calls = new SignedCalls();
    try (StubServer cloud = StubCloud.open(tls.sockets());
        StubServer plain = StubCloud.open(ServerSocketFactory.getDefault())) {
      String address = "https://localhost:" + cloud.port();
      String plainAddress = "http://127.0.0.1:" + plain.port();
      List<Contender> starts = new Contenders(setup, tls, calls, address, plainAddress).all();
      BenchMachine.stayAway(true);
      // One round to fill the file system's cache, which is not what is compared.
      for (int round = 0; round <= rounds; round++) {
        for (Contender start : starts) {
          measure(start, calls, round > 0);
        }
      }
      BenchMachine.stayAway(false);
      print(starts);
    }
  }

  private void measure(Contender start, SignedCalls calls, boolean counts)
      throws IOException, InterruptedException {
    try (MeasuredInstance instance = new MeasuredInstance(start)) {
      MeasuredInstance.FirstAnswer first =
          start.serves() ? instance.call(calls.event(start.approved())) : instance.line();
      if (counts) {
        millis.computeIfAbsent(start.key(), key -> new Samples()).add(first.millis());
        call.computeIfAbsent(start.key(), key -> new Samples()).add(first.callMillis());
        resident.computeIfAbsent(start.key(), key -> new Samples()).add(first.residentMb());
        cpu.computeIfAbsent(start.key(), key -> new Samples()).add(first.cpuMillis());
      }
    }
  }

  private void print(List<Contender> starts) {
    System.out.println(
        "  medians                            to answer ms  of it call   CPU ms   memory MB");
    for (Contender start : starts) {
      System.out.printf(
          Locale.ROOT,
          "  %s  %-32s %10.0f %11.0f %8.0f %11.0f%n",
          start.key(),
          start.name(),
          millis.get(start.key()).median(),
          call.get(start.key()).median(),
          cpu.get(start.key()).median(),
          resident.get(start.key()).median());
    }
    for (String ratio : RATIOS) {
      String ours = ratio.substring(0, 1);
      String other = ratio.substring(2);
      System.out.printf(
          "  %s  time %s   call %s   CPU %s   memory %s%n",
          ratio,
          millis.get(ours).ratioTo(millis.get(other)),
          call.get(ours).ratioTo(call.get(other)),
          cpu.get(ours).ratioTo(cpu.get(other)),
          resident.get(ours).ratioTo(resident.get(other)));
    }
  }
}
