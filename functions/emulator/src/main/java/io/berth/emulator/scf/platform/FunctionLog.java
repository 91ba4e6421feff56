// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What SCF would send to the log service for one function: its own output and the platform's lines
 * around it. The last 2000 lines are kept in memory, all of it goes to a file that is turned over
 * at 16 MB, and the function's own lines to the emulator's terminal as well.
 */
final class FunctionLog implements AutoCloseable {
  private static final int LINES = 2000;
  private static final int LINE_CHARS = 4096;
  private static final long FILE_CHARS = 16L * 1024 * 1024;

  private final String name;
  private final Path file;
  private final PrintStream terminal;
  private final Deque<String> lines = new ArrayDeque<>();
  private BufferedWriter writer;
  private long written;

  private FunctionLog(String name, Path file, PrintStream terminal) throws IOException {
    this.name = name;
    this.file = file;
    this.terminal = terminal;
    this.writer = append(file);
  }

  /** Opens {@code logs/NAME.log}. */
  static FunctionLog open(Path folder, String name, PrintStream terminal) {
    try {
      Files.createDirectories(folder);
      return new FunctionLog(name, folder.resolve(name + ".log"), terminal);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the log of " + name, e);
    }
  }

  private static BufferedWriter append(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** A line that the function wrote. */
  void output(String line) {
    terminal.println("[" + name + "] " + line);
    keep(line);
  }

  /** A line of the platform, e.g. {@code START RequestId: ...}. */
  void platform(String line) {
    keep(line);
  }

  private synchronized void keep(String line) {
    lines.add(line.length() <= LINE_CHARS ? line : line.substring(0, LINE_CHARS) + "…");
    if (lines.size() > LINES) {
      lines.remove();
    }
    try {
      write(line);
    } catch (IOException e) {
      // A full disk must not stop the functions; the lines in memory are still there.
      terminal.println("[" + name + "] the log file cannot be written: " + e.getMessage());
    }
  }

  private void write(String line) throws IOException {
    if (written > FILE_CHARS) {
      writer.close();
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
      writer = append(file);
      written = 0;
    }
    writer.write(line);
    writer.write('\n');
    writer.flush();
    written += line.length() + 1L;
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      terminal.println("[" + name + "] the log file cannot be closed: " + e.getMessage());
    }
  }
}
