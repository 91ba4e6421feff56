// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and those it started: a {@code bootstrap} without {@code exec} is a shell whose child
 * does the work, and ending only the shell would leave the child behind.
 */
final class ProcessTree {
  private final List<ProcessHandle> handles;

  private ProcessTree(List<ProcessHandle> handles) {
    this.handles = handles;
  }

  /** The tree as it is now. */
  static ProcessTree of(Process process) {
    return new ProcessTree(
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList());
  }

  /** SIGTERM. */
  void terminate() {
    handles.forEach(ProcessHandle::destroy);
  }

  /** SIGKILL. */
  void kill() {
    handles.forEach(ProcessHandle::destroyForcibly);
  }

  boolean alive() {
    return handles.stream().anyMatch(ProcessHandle::isAlive);
  }

  /**
   * The largest resident memory of the process itself so far, in bytes; 0 where there is no {@code
   * /proc}. Children are left out: finding them reads the whole process table.
   */
  static long peakMemory(Process process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .sum();
    } catch (IOException | UncheckedIOException e) {
      // Another system, or the process has just ended.
      return 0;
    }
  }
}
