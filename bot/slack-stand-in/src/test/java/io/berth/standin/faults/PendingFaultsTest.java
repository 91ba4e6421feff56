// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PendingFaultsTest {
  private static final MethodFault HANGS =
      new MethodFault(
          "*", Optional.empty(), Optional.empty(), 1, Duration.ofHours(1).toMillis(), false);

  private final PendingFaults faults = new PendingFaults(Clock.systemUTC());

  @Test
  void nothingHangsLongerThanUntilClosed() throws Exception {
    CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> faults.hang(HANGS));
    faults.close();
    hanging.get(10, TimeUnit.SECONDS);
    assertThat(hanging).isCompleted();
  }

  @Test
  void usesEachFaultAsOftenAsSaidAndInOrder() {
    faults.add(DeliveryFault.STALE, 2);
    faults.add(DeliveryFault.UNSIGNED, 1);
    assertThat(faults.nextDelivery()).contains(DeliveryFault.STALE);
    assertThat(faults.nextDelivery()).contains(DeliveryFault.STALE);
    assertThat(faults.nextDelivery()).contains(DeliveryFault.UNSIGNED);
    assertThat(faults.nextDelivery()).isEmpty();
  }

  @Test
  void keepsTheFaultOfAnotherMethodForThatMethod() {
    MethodFault fault = new MethodFault("a.b", Optional.of("e"), Optional.empty(), 1, 0, false);
    faults.add(fault, 1);
    assertThat(faults.nextCall("c.d")).isEmpty();
    assertThat(faults.nextCall("a.b")).contains(fault);
  }
}
