// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.scf.platform.InvocationResult.FunctionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The instances of one function: an idle one takes the call, else a new one is started. */
final class InstancePool implements FunctionInstance.InstanceOwner {
  private final Supplier<Optional<Revision>> revision;
  private final InstanceHost host;
  private final FunctionLog log;
  private final List<FunctionInstance> instances = new ArrayList<>();
  private boolean closed;

  /**
   * @param revision what the function is now, empty when it is gone; asked under the pool's lock,
   *     so that a call never starts an instance of code that {@link #retire} has just taken out of
   *     service
   */
  InstancePool(Supplier<Optional<Revision>> revision, InstanceHost host, FunctionLog log) {
    this.revision = revision;
    this.host = host;
    this.log = log;
  }

  /** Gives the invocation to an instance, or refuses it. */
  void run(FunctionInvocation invocation) {
    Optional<FunctionInstance> fresh;
    synchronized (this) {
      Optional<Revision> now = revision.get().filter(given -> !closed);
      if (now.isEmpty()) {
        refuse(invocation, FunctionFailure.INTERNAL, "the function is being taken out of service");
        return;
      }
      fresh = placed(now.get(), invocation) ? Optional.empty() : begin(now.get(), invocation);
    }
    fresh.ifPresent(FunctionInstance::start);
  }

  private boolean placed(Revision now, FunctionInvocation invocation) {
    return instances.stream().anyMatch(instance -> instance.offer(now, invocation));
  }

  private Optional<FunctionInstance> begin(Revision now, FunctionInvocation invocation) {
    int limit = host.limits().instancesPerFunction();
    if (instances.size() >= limit) {
      refuse(
          invocation,
          FunctionFailure.CONCURRENCY,
          "all " + limit + " instances of the function are busy; try again in a moment");
      return Optional.empty();
    }
    FunctionInstance fresh = new FunctionInstance(now, invocation, host, log, this);
    instances.add(fresh);
    return Optional.of(fresh);
  }

  private void refuse(FunctionInvocation invocation, int status, String message) {
    String id = invocation.requestId();
    FunctionFailure failed = new FunctionFailure(status, message);
    log.platform("ERROR RequestId: %s Result:%s".formatted(id, failed.toJson(id)));
    invocation
        .report()
        .complete(new FunctionInvocation.InvocationReport(id, failed, 0, 0, invocation.tail()));
  }

  @Override
  public synchronized void ended(FunctionInstance instance) {
    instances.remove(instance);
  }

  @Override
  public void giveBack(FunctionInvocation invocation) {
    run(invocation);
  }

  private synchronized List<FunctionInstance> all() {
    return List.copyOf(instances);
  }

  void tick() {
    all().forEach(FunctionInstance::tick);
  }

  /**
   * Lets the instances that there are finish what they are at, and end.
   *
   * @return completed when their processes are gone
   */
  CompletableFuture<Void> retire() {
    List<FunctionInstance> old = all();
    old.forEach(FunctionInstance::retire);
    return gone(old);
  }

  /** Ends all instances now and takes no more calls. */
  CompletableFuture<Void> close() {
    List<FunctionInstance> last;
    synchronized (this) {
      closed = true;
      last = List.copyOf(instances);
    }
    last.forEach(
        one ->
            one.end(
                new FunctionFailure(FunctionFailure.INTERNAL, "the platform is being stopped")));
    return gone(last);
  }

  private static CompletableFuture<Void> gone(List<FunctionInstance> instances) {
    return CompletableFuture.allOf(
        instances.stream().map(FunctionInstance::gone).toArray(CompletableFuture<?>[]::new));
  }
}
