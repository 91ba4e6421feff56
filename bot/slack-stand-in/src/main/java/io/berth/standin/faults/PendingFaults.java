// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.berth.standin.json.JsonTrees;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The faults that are still to come; each is used up by so many deliveries or calls. */
public final class PendingFaults implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Clock clock;
  private final List<CountedFault<DeliveryFault>> deliveries = new ArrayList<>();
  private final List<CountedFault<MethodFault>> methods = new ArrayList<>();
  private final Map<String, Duration> rates = new HashMap<>();
  private final Map<String, Instant> lastCall = new HashMap<>();

  public PendingFaults(Clock clock) {
    this.clock = clock;
  }

  private record CountedFault<T>(T fault, int left) {}

  /** The next so many deliveries go wrong like this. */
  public synchronized void add(DeliveryFault fault, int count) {
    deliveries.add(new CountedFault<>(fault, count));
  }

  /** The next so many calls of the method go wrong like this. */
  public synchronized void add(MethodFault fault, int count) {
    methods.add(new CountedFault<>(fault, count));
  }

  /** From now on the method is answered at most once per this time and channel. */
  public synchronized void limitRate(String method, Duration perChannel) {
    rates.put(method, perChannel);
  }

  /** Forgets all. */
  public synchronized void clear() {
    deliveries.clear();
    methods.clear();
    rates.clear();
    lastCall.clear();
  }

  /** What goes wrong with the delivery that is about to leave. */
  public synchronized Optional<DeliveryFault> nextDelivery() {
    return take(deliveries, any -> true);
  }

  /** What goes wrong with the call that has just arrived. */
  public synchronized Optional<MethodFault> nextCall(String method) {
    return take(methods, fault -> fault.appliesTo(method));
  }

  /** Waits as long as the fault says; not longer than until {@link #close}. */
  public void hang(MethodFault fault) {
    try {
      closed.await(fault.hangMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all hanging. */
  @Override
  public void close() {
    closed.countDown();
  }

  /** Seconds to wait, when the method is called too often in this channel. */
  public synchronized Optional<Long> retryAfter(String method, String channel) {
    Duration least = rates.get(method);
    if (least == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant free = lastCall.getOrDefault(method + " " + channel, Instant.MIN);
    if (now.isBefore(free)) {
      return Optional.of(Math.max(1, Duration.between(now, free).plusMillis(999).toSeconds()));
    }
    lastCall.put(method + " " + channel, now.plus(least));
    return Optional.empty();
  }

  /** The faults still to come, for {@code GET /local/faults}. */
  public synchronized ArrayNode toJson() {
    ArrayNode list = JsonTrees.array();
    deliveries.forEach(
        one -> list.addObject().put("deliver", one.fault().word()).put("count", one.left()));
    methods.forEach(one -> one.fault().describe(list.addObject()).put("count", one.left()));
    rates.forEach(
        (method, least) ->
            list.addObject().put("method", method).put("per_channel_ms", least.toMillis()));
    return list;
  }

  private static <T> Optional<T> take(List<CountedFault<T>> list, Predicate<T> wanted) {
    for (int i = 0; i < list.size(); i++) {
      CountedFault<T> one = list.get(i);
      if (wanted.test(one.fault())) {
        if (one.left() <= 1) {
          list.remove(i);
        } else {
          list.set(i, new CountedFault<>(one.fault(), one.left() - 1));
        }
        return Optional.of(one.fault());
      }
    }
    return Optional.empty();
  }
}
