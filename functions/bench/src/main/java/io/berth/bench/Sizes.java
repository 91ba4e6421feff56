// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is shipped, in MB. */
final class Sizes {
  private static final double MB = 1 << 20;

  private final BenchSetup setup;

  Sizes(BenchSetup setup) {
    this.setup = setup;
  }

  void run() throws IOException {
    System.out.println("sizes, MB");
    print("our jars", BenchSetup.jars(setup.bundle().resolve("lib")));
    print("the official SDK's jars, cut to its common part", BenchSetup.jars(setup.peer()));
    print("our bundle zipped, with runtime and archive", List.of(setup.zip()));
  }

  private static void print(String name, List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    System.out.printf(Locale.ROOT, "  %-48s %6.1f%n", name, bytes / MB);
  }
}
