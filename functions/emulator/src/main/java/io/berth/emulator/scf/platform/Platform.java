// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.FunctionInvocation.InvocationReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs functions: one pool of instances and one log for each. */
public final class Platform implements AutoCloseable {
  private final Function<FunctionKey, Optional<Revision>> revisions;
  private final InstanceHost host;
  private final Path logs;
  private final PrintStream terminal;
  private final Supplier<String> requestIds;
  private final Map<FunctionKey, InstancePool> pools = new ConcurrentHashMap<>();
  private final Map<String, FunctionLog> logsByName = new ConcurrentHashMap<>();
  private boolean closed;

  /**
   * @param revisions what a function is now; empty when it is gone
   */
  public Platform(
      Function<FunctionKey, Optional<Revision>> revisions,
      InstanceHost host,
      Path logs,
      PrintStream terminal,
      Supplier<String> requestIds) {
    this.revisions = revisions;
    this.host = host;
    this.logs = logs;
    this.terminal = terminal;
    this.requestIds = requestIds;
    long tick = host.limits().tick().toMillis();
    host.timer().scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      pools.values().forEach(InstancePool::tick);
    } catch (RuntimeException e) {
      // A task that throws would never run again, and no output would be collected any more.
      terminal.println("scf: " + e);
    }
  }

  /** The id of the next invocation; a caller that shows it in the event asks for it first. */
  public String nextRequestId() {
    return requestIds.get();
  }

  /**
   * Runs one event.
   *
   * @return completed in any case, by the function's answer or by a limit
   */
  public CompletableFuture<InvocationReport> invoke(
      FunctionKey key, String requestId, String event) {
    FunctionInvocation invocation = new FunctionInvocation(requestId, event);
    pool(key).run(invocation);
    return invocation.report();
  }

  private synchronized InstancePool pool(FunctionKey key) {
    InstancePool pool =
        pools.computeIfAbsent(
            key, given -> new InstancePool(() -> revisions.apply(given), host, log(given.name())));
    if (closed) {
      pool.close();
    }
    return pool;
  }

  /** Ends the function's instances after what they are at; completed when they are gone. */
  public CompletableFuture<Void> retire(FunctionKey key) {
    return Optional.ofNullable(pools.get(key))
        .map(InstancePool::retire)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /** The last lines of a function's log; none when it was never called. */
  public List<String> logs(String name) {
    return Optional.ofNullable(logsByName.get(name)).map(FunctionLog::lines).orElse(List.of());
  }

  private FunctionLog log(String name) {
    return logsByName.computeIfAbsent(name, given -> FunctionLog.open(logs, given, terminal));
  }

  /** Ends every process and waits for it, at most twice the grace time. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    CompletableFuture<?>[] gone =
        pools.values().stream().map(InstancePool::close).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(gone)
          .get(2 * host.limits().grace().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      terminal.println("scf: not every instance ended in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    logsByName.values().forEach(FunctionLog::close);
  }
}
