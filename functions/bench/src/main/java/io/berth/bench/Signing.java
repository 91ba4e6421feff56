// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import io.berth.cloud.SigningBenchmark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A signature alone: ours, the official SDK's, and the hashes that no signature can do without. */
final class Signing {
  private static final List<String> NAMES = List.of("ours", "hashes", "hashesReused", "sdk");

  private final int rounds;

  Signing(int rounds) {
    this.rounds = rounds;
  }

  void run() {
    System.out.printf("signing one request, JMH, %d rounds of one fork each%n", rounds);
    Map<String, Samples> micros = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String name : NAMES) {
        micros.computeIfAbsent(name, key -> new Samples()).add(micros(name));
      }
    }
    micros.forEach(
        (name, samples) ->
            System.out.printf(Locale.ROOT, "  %-14s %6.2f us%n", name, samples.median()));
    for (String other : NAMES.subList(1, NAMES.size())) {
      System.out.printf(
          "  ours / %-14s %s%n", other, micros.get("ours").ratioTo(micros.get(other)));
    }
  }

  /** One fork each time, so that rounds are interleaved: JMH would run all of one after another. */
  private static double micros(String name) {
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(SigningBenchmark.class.getName() + "\\." + name + "$")
                  .forks(1)
                  .warmupIterations(2)
                  .warmupTime(TimeValue.seconds(1))
                  .measurementIterations(3)
                  .measurementTime(TimeValue.seconds(1))
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .runSingle()
          .getPrimaryResult()
          .getScore();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }
}
