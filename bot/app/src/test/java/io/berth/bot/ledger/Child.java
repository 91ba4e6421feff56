// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own that can be killed like a real process. */
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  public Child(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Lines that begin with the word, without it; log lines are passed over. */
  public Stream<String> lines(String word) {
    return out.lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1));
  }

  /** SIGKILL; what it has said before can still be read. */
  public void kill() {
    // Process.destroyForcibly would close our end of the pipe.
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  /**
   * SIGTERM, upon which the database closes its file. For a child that told what it had *read*: a
   * reader sees a commit a moment before it is on disk, and before the committer is told.
   */
  public void stop() {
    process.toHandle().destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new AssertionError("the child does not die");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
