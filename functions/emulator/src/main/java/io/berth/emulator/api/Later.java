// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Calls that a fault holds back. They are carried out when the emulator's clock has got that far
 * and somebody looks, so whoever moves the clock sees the effect at once, and no timer is needed.
 */
public final class Later {
  private final List<Held> held = new ArrayList<>();

  private record Held(Instant due, Struck.Doing doing, Trace trace) {}

  synchronized void put(Instant due, Struck.Doing doing, Trace trace) {
    held.add(new Held(due, doing, trace));
  }

  /** Carries out what is due, in the order in which it became so, and puts it into the journal. */
  void settle(Instant now, Journal journal) {
    for (Held call : takeDue(now)) {
      ObjectNode response = JsonNodeFactory.instance.objectNode();
      String code = "ok";
      try {
        response = call.doing.run();
      } catch (ApiError e) {
        code = e.code();
      } catch (RuntimeException e) {
        // Whoever looks now is not who asked, and the other calls are still due.
        code = "InternalError";
      }
      call.trace.ended(code, response);
      journal.add(call.trace.entry(now));
    }
  }

  private synchronized List<Held> takeDue(Instant now) {
    List<Held> due =
        held.stream()
            .filter(call -> !now.isBefore(call.due))
            .sorted(Comparator.comparing(Held::due))
            .toList();
    held.removeAll(due);
    return due;
  }

  /** How many are held back. */
  public synchronized int size() {
    return held.size();
  }
}
