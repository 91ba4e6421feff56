// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.scf.Result.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The instances of one function: an idle one takes the call, else a new one is started. */
final class Pool implements Instance.Owner {
  private final Supplier<Optional<Revision>> revision;
  private final Host host;
  private final FunctionLog log;
  private final List<Instance> instances = new ArrayList<>();
  private boolean closed;

  /**
   * @param revision what the function is now, empty when it is gone; asked under the pool's lock,
   *     so that a call never starts an instance of code that {@link #retire} has just taken out of
   *     service
   */
  Pool(Supplier<Optional<Revision>> revision, Host host, FunctionLog log) {
    this.revision = revision;
    this.host = host;
    this.log = log;
  }

  /** Gives the invocation to an instance, or refuses it. */
  void run(Invocation invocation) {
    Optional<Instance> fresh;
    synchronized (this) {
      Optional<Revision> now = revision.get().filter(given -> !closed);
      if (now.isEmpty()) {
        refuse(invocation, Failed.INTERNAL, "the function is being taken out of service");
        return;
      }
      fresh = placed(now.get(), invocation) ? Optional.empty() : begin(now.get(), invocation);
    }
    fresh.ifPresent(Instance::start);
  }

  private boolean placed(Revision now, Invocation invocation) {
    return instances.stream().anyMatch(instance -> instance.offer(now, invocation));
  }

  private Optional<Instance> begin(Revision now, Invocation invocation) {
    int limit = host.limits().instancesPerFunction();
    if (instances.size() >= limit) {
      refuse(
          invocation,
          Failed.CONCURRENCY,
          "all " + limit + " instances of the function are busy; try again in a moment");
      return Optional.empty();
    }
    Instance fresh = new Instance(now, invocation, host, log, this);
    instances.add(fresh);
    return Optional.of(fresh);
  }

  private void refuse(Invocation invocation, int status, String message) {
    Failed failed = new Failed(status, message);
    log.platform(
        "ERROR RequestId: "
            + invocation.requestId()
            + " Result:"
            + failed.toJson(invocation.requestId()));
    invocation
        .report()
        .complete(new Invocation.Report(invocation.requestId(), failed, 0, 0, invocation.tail()));
  }

  @Override
  public synchronized void ended(Instance instance) {
    instances.remove(instance);
  }

  @Override
  public void giveBack(Invocation invocation) {
    run(invocation);
  }

  private synchronized List<Instance> all() {
    return List.copyOf(instances);
  }

  void tick() {
    all().forEach(Instance::tick);
  }

  /**
   * Lets the instances that there are finish what they are at, and end.
   *
   * @return completed when their processes are gone
   */
  CompletableFuture<Void> retire() {
    List<Instance> old = all();
    old.forEach(Instance::retire);
    return gone(old);
  }

  /** Ends all instances now and takes no more calls. */
  CompletableFuture<Void> close() {
    List<Instance> last;
    synchronized (this) {
      closed = true;
      last = List.copyOf(instances);
    }
    last.forEach(one -> one.end(new Failed(Failed.INTERNAL, "the platform is being stopped")));
    return gone(last);
  }

  private static CompletableFuture<Void> gone(List<Instance> instances) {
    return CompletableFuture.allOf(
        instances.stream().map(Instance::gone).toArray(CompletableFuture<?>[]::new));
  }
}
