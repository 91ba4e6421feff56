// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** One event on its way through an instance, with the end of its log (at most 4 kB). */
public final class FunctionInvocation {
  private static final int TAIL_CHARS = 4096;

  private final String requestId;
  private final byte[] event;
  private final StringBuilder tail = new StringBuilder();
  private final CompletableFuture<InvocationReport> report = new CompletableFuture<>();
  private long since;
  private boolean delivered;

  FunctionInvocation(String requestId, String event) {
    this.requestId = requestId;
    this.event = event.getBytes(StandardCharsets.UTF_8);
    this.since = System.nanoTime();
  }

  /**
   * How an invocation ended.
   *
   * @param micros from the delivery of the event to the result
   * @param memoryBytes the most the instance has used so far; 0 where the system does not tell
   * @param log the last 4 kB that the function and the platform wrote about it
   */
  public record InvocationReport(
      String requestId, InvocationResult result, long micros, long memoryBytes, String log) {}

  String requestId() {
    return requestId;
  }

  byte[] event() {
    return event;
  }

  CompletableFuture<InvocationReport> report() {
    return report;
  }

  /** True the first time: the same event given again starts no second clock. */
  synchronized boolean deliver() {
    boolean first = !delivered;
    if (first) {
      delivered = true;
      since = System.nanoTime();
    }
    return first;
  }

  synchronized boolean delivered() {
    return delivered;
  }

  synchronized long micros() {
    return (System.nanoTime() - since) / 1000;
  }

  synchronized void log(String line) {
    tail.append(line).append('\n');
    if (tail.length() > TAIL_CHARS) {
      tail.delete(0, tail.length() - TAIL_CHARS);
    }
  }

  synchronized String tail() {
    return tail.toString();
  }
}
