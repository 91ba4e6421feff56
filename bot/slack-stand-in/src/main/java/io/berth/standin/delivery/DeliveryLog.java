// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.json.JsonTrees;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last deliveries. Neither bodies nor acknowledgements are kept: they hold trigger ids,
 * response URLs and whatever a form may show to one person alone.
 */
public final class DeliveryLog {
  private static final int MOST = 1000;

  private final Clock clock;
  private final PrintStream console;
  private final Deque<LoggedDelivery> entries = new ArrayDeque<>();
  private int count;

  /**
   * @param console gets one line for each delivery that failed
   */
  public DeliveryLog(Clock clock, PrintStream console) {
    this.clock = clock;
    this.console = console;
  }

  private record LoggedDelivery(Instant at, SlackRequest request, DeliveryResult result) {}

  synchronized int nextNumber() {
    return ++count;
  }

  synchronized void add(SlackRequest request, DeliveryResult result) {
    entries.addLast(new LoggedDelivery(clock.instant(), request, result));
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
    result.error().ifPresent(error -> print(request, result, error));
  }

  private void print(SlackRequest request, DeliveryResult result, String error) {
    console.printf(
        "slack: %s of %s: %s, status %d after %d ms%n",
        request.kind(), request.user(), error, result.acknowledgement().status(), result.millis());
  }

  /** Oldest first. */
  public synchronized ArrayNode toJson() {
    ArrayNode list = JsonTrees.array();
    entries.forEach(one -> describe(one, list.addObject()));
    return list;
  }

  private static void describe(LoggedDelivery logged, ObjectNode line) {
    SlackRequest request = logged.request();
    line.put("at", logged.at().toString()).put("kind", request.kind());
    line.put("user", request.user()).put("channel", request.channel());
    line.put("summary", request.summary());
    line.setAll(logged.result().toJson());
    line.put("token", "***").put("trigger_id", "***").put("response_url", "***");
    line.put("signature", "***");
    line.put("answer_bytes", logged.result().acknowledgement().body().length);
  }
}
