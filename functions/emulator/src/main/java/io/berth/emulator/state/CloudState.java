// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.faults.DelayedCalls;
import io.berth.emulator.faults.FaultRules;
import io.berth.emulator.journal.Journal;
import io.berth.emulator.product.CloudProduct;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that a reset throws away. A reset puts a whole new state in the place of the old one,
 * so nobody ever sees a half-cleared state; a call that is under way ends in the old state.
 *
 * @param clock the cloud's time: status, expiry, rate
 * @param signatureClock the time that timestamps of signatures are held against, and that answers
 *     carry as {@code Date}. It stays in step with the callers when {@code clock} is moved
 * @param products by version
 * @param resources by name, what {@code GET /_emulator/state} shows
 */
public record CloudState(
    CloudClock clock,
    CloudClock signatureClock,
    Map<String, CloudProduct> products,
    Map<String, Supplier<JsonNode>> resources,
    RateLimit rate,
    FaultRules faults,
    DelayedCalls delayed,
    Journal journal) {

  /** A state in which nothing has been asked for yet. */
  public static CloudState of(
      CloudClock clock,
      Clock base,
      List<CloudProduct> products,
      Map<String, Supplier<JsonNode>> resources) {
    return new CloudState(
        clock,
        new CloudClock(base),
        products.stream().collect(Collectors.toUnmodifiableMap(CloudProduct::version, p -> p)),
        new LinkedHashMap<>(resources),
        new RateLimit(clock),
        new FaultRules(clock),
        new DelayedCalls(),
        new Journal());
  }

  /** Carries out what a fault held back until now; to be called before anybody looks. */
  public void runDelayed() {
    delayed.runDue(clock.instant(), journal);
  }
}
