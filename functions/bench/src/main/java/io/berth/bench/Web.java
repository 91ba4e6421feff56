// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;

/**
 * The Web functions' listener against the JDK's bare server; both and the load share the machine.
 */
final class Web {
  private static final long RUN_NANOS = 2_000_000_000L;
  private static final int BEYOND = 40;
  private static final int BOUND = 32;

  private final BenchSetup setup;
  private final int rounds;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Web(BenchSetup setup, int rounds) {
    this.setup = setup;
    this.rounds = rounds;
  }

  /**
   * @param refused of all calls, how many were told to come back
   */
  private record WebFigures(double perSecond, double p99, long refused) {}

  void run() throws IOException, InterruptedException {
    System.out.printf("web: the listener with a constant behind it, %d rounds of 2 s%n", rounds);
    Process listener = server("ListenerServer");
    Process bare = server("BareServer");
    try {
      int listenerPort = port(listener);
      int barePort = port(bare);
      for (int connections : List.of(1, 8, BOUND)) {
        compare(listenerPort, barePort, connections);
      }
      beyond(listener, listenerPort);
    } finally {
      listener.destroyForcibly();
      bare.destroyForcibly();
      threads.shutdownNow();
    }
  }

  private void compare(int listenerPort, int barePort, int connections)
      throws IOException, InterruptedException {
    Samples listeners = new Samples();
    Samples bares = new Samples();
    Samples listeners99 = new Samples();
    Samples bares99 = new Samples();
    long refused = 0;
    for (int round = 0; round <= rounds; round++) {
      WebFigures ours = load(listenerPort, connections);
      WebFigures floor = load(barePort, connections);
      if (round > 0) {
        listeners.add(ours.perSecond());
        bares.add(floor.perSecond());
        listeners99.add(ours.p99());
        bares99.add(floor.p99());
        refused += ours.refused();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  %2d connections  listener %,7.0f/s p99 %5.2f ms   bare %,7.0f/s p99 %5.2f ms"
            + "   listener/bare %s   p99 %s   429s %d%n",
        connections,
        listeners.median(),
        listeners99.median(),
        bares.median(),
        bares99.median(),
        listeners.ratioTo(bares),
        listeners99.ratioTo(bares99),
        refused);
  }

  private WebFigures load(int port, int connections) throws IOException, InterruptedException {
    long end = System.nanoTime() + RUN_NANOS;
    AtomicLong refused = new AtomicLong();
    List<Future<double[]>> running = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      running.add(threads.submit(() -> posts(port, end, refused)));
    }
    List<Double> all = new ArrayList<>();
    for (Future<double[]> one : running) {
      DoubleStream.of(result(one)).forEach(all::add);
    }
    double[] millis = all.stream().mapToDouble(Double::doubleValue).toArray();
    double seconds = RUN_NANOS / 1e9;
    return new WebFigures(millis.length / seconds, Samples.quantile(millis, 0.99), refused.get());
  }

  private static double[] posts(int port, long end, AtomicLong refused) throws IOException {
    List<Double> millis = new ArrayList<>();
    try (HttpPosts posts = new HttpPosts(port, "/")) {
      while (System.nanoTime() < end) {
        long began = System.nanoTime();
        if (posts.post() == 200) {
          millis.add((System.nanoTime() - began) / 1e6);
        } else {
          refused.incrementAndGet();
        }
      }
    }
    return millis.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** More calls at once than the listener takes: the rest is told so while the others still run. */
  private void beyond(Process listener, int port) throws IOException, InterruptedException {
    List<Future<Integer>> held = new ArrayList<>();
    for (int i = 0; i < BEYOND; i++) {
      held.add(
          threads.submit(
              () -> {
                try (HttpPosts posts = new HttpPosts(port, "/hold")) {
                  return posts.post();
                }
              }));
    }
    while (held.stream().filter(Future::isDone).count() < BEYOND - BOUND) {
      Thread.sleep(10);
    }
    listener.getOutputStream().close();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (Future<Integer> one : held) {
      statuses.merge(result(one), 1, Integer::sum);
    }
    System.out.printf("  %d calls at once that wait: answers by status %s%n", BEYOND, statuses);
  }

  private static <T> T result(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Process server(String main) throws IOException {
    List<String> command =
        List.of(
            setup.bundledJava(),
            "@jvm.options",
            "-cp",
            setup.bundleClassPath(),
            "io.berth.bench." + main);
    return ChildProcess.builder(setup.bundle(), command, Map.of())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static int port(Process server) throws IOException {
    return Integer.parseInt(
        new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine());
  }
}
