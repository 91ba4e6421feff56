// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

/** Makes the same call over and over in this process, and says what it cost. */
final class Load {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int WARM_UP_THREADS = 16;
  private static final int WARM_UP = 30_000;

  private Load() {}

  interface OneCall {
    void make() throws Exception;
  }

  private record Worker(double[] micros, long allocated) {}

  /** Warms up, always with as many threads, measures the calls, prints one line of numbers. */
  static void run(String[] words, OneCall call) throws Exception {
    int threads = Integer.parseInt(words[1]);
    int calls = Integer.parseInt(words[2]);
    // A lone thread would need a minute to have the SDK's code compiled.
    ExecutorService pool = Executors.newFixedThreadPool(WARM_UP_THREADS);
    round(pool, WARM_UP_THREADS, WARM_UP, call);
    long cpu = SYSTEM.getProcessCpuTime();
    long began = System.nanoTime();
    List<Worker> workers = round(pool, threads, calls, call);
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuMicros = (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / calls;
    double[] micros =
        workers.stream().flatMapToDouble(worker -> DoubleStream.of(worker.micros())).toArray();
    double allocated = workers.stream().mapToDouble(Worker::allocated).sum() / calls;
    System.out.println(
        calls / seconds
            + " "
            + cpuMicros
            + " "
            + allocated
            + " "
            + Samples.quantile(micros, 0.5)
            + " "
            + Samples.quantile(micros, 0.99));
    System.exit(0);
  }

  private static List<Worker> round(ExecutorService pool, int threads, int calls, OneCall call)
      throws Exception {
    AtomicInteger left = new AtomicInteger(calls);
    List<Future<Worker>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(pool.submit(() -> work(left, calls, call)));
    }
    List<Worker> done = new ArrayList<>();
    for (Future<Worker> one : running) {
      done.add(one.get());
    }
    return done;
  }

  private static Worker work(AtomicInteger left, int calls, OneCall call) throws Exception {
    double[] micros = new double[calls];
    int made = 0;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    while (left.getAndDecrement() > 0) {
      long began = System.nanoTime();
      call.make();
      micros[made++] = (System.nanoTime() - began) / 1e3;
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    return new Worker(java.util.Arrays.copyOf(micros, made), allocated);
  }
}
