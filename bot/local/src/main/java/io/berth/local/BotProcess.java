// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The bot in a process of its own, with its own class path and only its own secrets, started anew
 * whenever it dies: a kill of it must lose nothing, and anybody may try.
 */
final class BotProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int MOST_STARTS_IN_A_ROW = 5;

  private final Path jar;
  private final Path config;
  private final Path logFile;
  private final Map<String, String> environment;
  private final URI health;
  private final PrintStream log;
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // launch() sets it
  private Process process;

  private boolean closed;
  private int failedStarts;

  BotProcess(
      Path jar,
      Path config,
      Path logFile,
      Map<String, String> environment,
      URI health,
      PrintStream log) {
    this.jar = jar;
    this.config = config;
    this.logFile = logFile;
    this.environment = environment;
    this.health = health;
    this.log = log;
  }

  /**
   * Starts it and waits until it is healthy.
   *
   * @throws IOException with one sentence when it ends before, or takes longer than a minute
   */
  void start() throws IOException {
    Process started = launch();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!isHealthy()) {
      if (ended(started) || System.nanoTime() > limit) {
        close();
        throw new IOException("The bot did not start; " + logFile + " says why.");
      }
    }
  }

  /** The process id, for whoever wants to kill it. */
  synchronized long pid() {
    return process.pid();
  }

  private synchronized Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "serve",
                "--config",
                config.toString()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
    process = builder.start();
    Process started = process;
    started.onExit().thenRun(() -> restartAfter(started));
    return started;
  }

  private void restartAfter(Process ended) {
    synchronized (this) {
      if (closed || ended != process || ++failedStarts > MOST_STARTS_IN_A_ROW) {
        return;
      }
    }
    log.println("the bot ended (exit code " + ended.exitValue() + "); starting it again");
    try {
      Process again = launch();
      while (!isHealthy() && !ended(again)) {
        // ended() waits a little between two looks
      }
      if (again.isAlive()) {
        log.println("the bot is back, process " + again.pid());
        synchronized (this) {
          failedStarts = 0;
        }
      }
    } catch (IOException e) {
      log.println("the bot could not be started again: " + e.getMessage());
    }
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean isHealthy() {
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    if (last == null) {
      return;
    }
    last.destroy();
    try {
      if (!last.waitFor(10, TimeUnit.SECONDS)) {
        last.destroyForcibly();
      }
    } catch (InterruptedException e) {
      last.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
