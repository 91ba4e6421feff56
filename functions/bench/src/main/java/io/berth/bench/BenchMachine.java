// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine under the benchmarks, as far as Linux tells; elsewhere less is known, and said. */
final class BenchMachine {
  /** {@code USER_HZ}, the unit of times in {@code /proc/PID/stat}; 100 on every Linux of today. */
  private static final double TICKS_PER_MILLI = 0.1;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private BenchMachine() {}

  static String describe() throws IOException {
    return "Java "
        + Runtime.version()
        + ", "
        + CORES
        + " cores, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", load before the run "
        + load();
  }

  /** How busy the machine was in the last minute; above 0.5 nothing below is worth much. */
  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
  }

  /** What to put before a command so that it has one core; nothing where that cannot be had. */
  static List<String> oneCore() {
    return canPin() ? List.of("taskset", "-c", Integer.toString(CORES - 1)) : List.of();
  }

  static String pinning() {
    return canPin() ? "pinned to one core" : "NOT pinned to one core: there is no taskset here";
  }

  /** Keeps this process and its stubs off the core that is measured, or lets it have all again. */
  static void stayAway(boolean away) throws IOException, InterruptedException {
    if (canPin() && CORES > 1) {
      String cores = "0-" + (away ? CORES - 2 : CORES - 1);
      String self = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("taskset", "-acp", cores, self)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  private static boolean canPin() {
    return Files.isExecutable(Path.of("/usr/bin/taskset"));
  }

  /** The most memory that a running process had resident so far, in MB; NaN when unknown. */
  static double residentMb(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * What a process has computed so far, with its threads and children that have ended, in ms; the
   * kernel tells it in steps of 10.
   */
  static double cpuMillis(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return Double.NaN;
    }
    // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), counted behind the name.
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    double ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Double.parseDouble(fields[i]);
    }
    return ticks / TICKS_PER_MILLI;
  }
}
