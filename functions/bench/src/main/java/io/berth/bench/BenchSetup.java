// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured, and where.
 *
 * @param work for files of this run
 * @param jar the benchmarks themselves
 * @param peer the official SDK's jars, and those of the runtime loop
 * @param handlers where the handlers' build left the bundle and its zip
 */
record BenchSetup(Path work, Path jar, Path peer, Path handlers) {

  Path bundle() {
    return handlers.resolve("bundle");
  }

  Path zip() {
    return handlers.resolve("berth-handlers.zip");
  }

  /** The bundle's Java. */
  String bundledJava() {
    return bundle().resolve("jre/bin/java").toString();
  }

  /** The Java that runs the benchmarks, as it was installed. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The bundle's jars as its start gives them, relative to the bundle, and the benchmarks behind.
   */
  String bundleClassPath() throws IOException {
    List<String> options = Files.readAllLines(bundle().resolve("classpath.options"));
    return options.get(1) + File.pathSeparator + jar;
  }

  /** The peer's jars and the benchmarks. */
  String peerClassPath() throws IOException {
    return classPath(peer) + File.pathSeparator + jar;
  }

  private static String classPath(Path folder) throws IOException {
    return jars(folder).stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
