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
  private final Deque<Entry> entries = new ArrayDeque<>();
  private int count;

  /**
   * @param console gets one line for each delivery that failed
   */
  public DeliveryLog(Clock clock, PrintStream console) {
    this.clock = clock;
    this.console = console;
  }

  private record Entry(Instant at, Parcel parcel, Delivered delivered) {}

  synchronized int nextNumber() {
    return ++count;
  }

  synchronized void add(Parcel parcel, Delivered delivered) {
    entries.addLast(new Entry(clock.instant(), parcel, delivered));
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
    if (!delivered.ok()) {
      console.printf(
          "slack: %s of %s: %s, status %d after %d ms%n",
          parcel.kind(),
          parcel.user(),
          delivered.error().orElseThrow(),
          delivered.status(),
          delivered.millis());
    }
  }

  /** Oldest first. */
  public synchronized ArrayNode toJson() {
    ArrayNode list = JsonTrees.array();
    for (Entry entry : entries) {
      ObjectNode line = list.addObject();
      Parcel parcel = entry.parcel();
      line.put("at", entry.at().toString()).put("kind", parcel.kind());
      line.put("user", parcel.user()).put("channel", parcel.channel());
      line.put("summary", parcel.summary());
      line.setAll(entry.delivered().toJson());
      line.put("token", "***").put("trigger_id", "***").put("response_url", "***");
      line.put("signature", "***").put("answer_bytes", entry.delivered().body().length);
    }
    return list;
  }
}
