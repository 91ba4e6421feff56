// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.scf.Invocation.Report;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the log of one instance: the function's output, and SCF's own lines around each call. SCF
 * writes what an event function returns into its log, so this does too ({@code Response
 * RequestId}): a test can then prove that no secret is in it.
 */
final class Journal {
  private final FunctionLog log;
  private final Configuration configuration;
  private final long startedNanos = System.nanoTime();
  // Output belongs to the call at hand, or to the last one; that of the start to the first.
  private volatile Invocation speaking;

  Journal(FunctionLog log, Configuration configuration, Invocation first) {
    this.log = log;
    this.configuration = configuration;
    this.speaking = first;
  }

  /** The first call, for which the instance is being started. */
  void start() {
    platform(speaking, "START RequestId: " + speaking.requestId());
  }

  /** A further call. */
  void begin(Invocation invocation) {
    speaking = invocation;
    start();
  }

  void output(String line) {
    log.output(line);
    speaking.log(line);
  }

  /** The process has posted {@code ready}; the form is that of SCF, Log Query. */
  void initialised() {
    long millis = (System.nanoTime() - startedNanos) / 1_000_000;
    platform(
        speaking,
        String.format(
            Locale.ROOT,
            "Init Report RequestId: %s Coldstart: %dms (PullCode: 0ms InitRuntime: 0ms"
                + " InitFunction: %dms) Memory: %dMB",
            speaking.requestId(),
            millis,
            millis,
            configuration.memoryMb()));
  }

  void catchUp(Optional<Bootstrap> bootstrap) {
    bootstrap.ifPresent(Bootstrap::drain);
  }

  void lastWords(Optional<Bootstrap> bootstrap) {
    bootstrap.ifPresent(Bootstrap::finish);
  }

  /** What SCF writes when a call is over. */
  void finish(Invocation invocation, Result result, Optional<Bootstrap> bootstrap) {
    String id = invocation.requestId();
    String line =
        result.fold(
            answered -> "Response RequestId: " + id + " RetMsg:" + Json.quote(text(answered)),
            failed -> "ERROR RequestId: " + id + " Result:" + failed.toJson(id));
    platform(invocation, line);
    platform(invocation, "END RequestId: " + id);
    platform(
        invocation,
        String.format(
            Locale.ROOT,
            "Report RequestId: %s Duration:%.2fms Memory:%dMB MemUsage:%.2fMB",
            id,
            invocation.micros() / 1000.0,
            configuration.memoryMb(),
            memory(bootstrap) / 1048576.0));
  }

  private static String text(Result.Answered answered) {
    return new String(answered.body(), StandardCharsets.UTF_8);
  }

  /** The call as its caller gets it. */
  Report report(Invocation invocation, Result result, Optional<Bootstrap> bootstrap) {
    return new Report(
        invocation.requestId(), result, invocation.micros(), memory(bootstrap), invocation.tail());
  }

  private static long memory(Optional<Bootstrap> bootstrap) {
    return bootstrap.map(Bootstrap::peakMemory).orElse(0L);
  }

  private void platform(Invocation invocation, String line) {
    log.platform(line);
    invocation.log(line);
  }
}
