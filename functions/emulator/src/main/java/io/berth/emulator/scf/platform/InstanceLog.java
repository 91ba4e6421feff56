// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.FunctionInvocation.InvocationReport;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the log of one instance: the function's output, and SCF's own lines around each call. SCF
 * writes what an event function returns into its log, so this does too ({@code Response
 * RequestId}): a test can then prove that no secret is in it.
 */
final class InstanceLog {
  private final FunctionLog log;
  private final FunctionConfiguration configuration;
  private final long startedNanos = System.nanoTime();
  // Output belongs to the call at hand, or to the last one; that of the start to the first.
  private volatile FunctionInvocation speaking;

  InstanceLog(FunctionLog log, FunctionConfiguration configuration, FunctionInvocation first) {
    this.log = log;
    this.configuration = configuration;
    this.speaking = first;
  }

  /** The first call, for which the instance is being started. */
  void start() {
    platform(speaking, "START RequestId: " + speaking.requestId());
  }

  /** A further call. */
  void begin(FunctionInvocation invocation) {
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
        "Init Report RequestId: %s Coldstart: %dms (PullCode: 0ms InitRuntime: 0ms InitFunction: %dms) Memory: %dMB"
            .formatted(speaking.requestId(), millis, millis, configuration.memoryMb()));
  }

  void catchUp(Optional<BootstrapProcess> bootstrap) {
    bootstrap.ifPresent(BootstrapProcess::drain);
  }

  void lastWords(Optional<BootstrapProcess> bootstrap) {
    bootstrap.ifPresent(BootstrapProcess::finish);
  }

  /** What SCF writes when a call is over. */
  void finish(
      FunctionInvocation invocation, InvocationResult result, Optional<BootstrapProcess> process) {
    String id = invocation.requestId();
    platform(invocation, outcome(id, result));
    platform(invocation, "END RequestId: " + id);
    platform(
        invocation,
        String.format(
            Locale.ROOT,
            "Report RequestId: %s Duration:%.2fms Memory:%dMB MemUsage:%.2fMB",
            id,
            invocation.micros() / 1000.0,
            configuration.memoryMb(),
            memory(process) / 1048576.0));
  }

  private static String outcome(String id, InvocationResult result) {
    return result.fold(
        answered -> "Response RequestId: " + id + " RetMsg:" + ScfJson.quote(text(answered)),
        failed -> "ERROR RequestId: " + id + " Result:" + failed.toJson(id));
  }

  private static String text(InvocationResult.PlatformAnswer answered) {
    return new String(answered.body(), StandardCharsets.UTF_8);
  }

  /** The call as its caller gets it. */
  InvocationReport report(
      FunctionInvocation invocation,
      InvocationResult result,
      Optional<BootstrapProcess> bootstrap) {
    return new InvocationReport(
        invocation.requestId(), result, invocation.micros(), memory(bootstrap), invocation.tail());
  }

  private static long memory(Optional<BootstrapProcess> bootstrap) {
    return bootstrap.map(BootstrapProcess::peakMemory).orElse(0L);
  }

  private void platform(FunctionInvocation invocation, String line) {
    log.platform(line);
    invocation.log(line);
  }
}
