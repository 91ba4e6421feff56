// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Calls that a fault holds back. They are carried out when the emulator's clock has got that far
 * and somebody looks, so whoever moves the clock sees the effect at once, and no timer is needed.
 */
public final class DelayedCalls {
  private final List<DelayedCall> held = new ArrayList<>();

  private record DelayedCall(Instant due, CallExecution execution, CallRecorder recorder) {}

  synchronized void put(Instant due, CallExecution execution, CallRecorder recorder) {
    held.add(new DelayedCall(due, execution, recorder));
  }

  /** Carries out what is due, in the order in which it became so, and puts it into the journal. */
  public void runDue(Instant now, Journal journal) {
    for (DelayedCall call : takeDue(now)) {
      run(call);
      journal.add(call.recorder.entry(now));
    }
  }

  private static void run(DelayedCall call) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    try {
      call.recorder.ended("ok", call.execution.run());
    } catch (ApiError e) {
      call.recorder.ended(e.code(), nothing);
    } catch (RuntimeException e) {
      // Whoever looks now is not who asked, and the other calls are still due.
      call.recorder.ended("InternalError", nothing);
    }
  }

  private synchronized List<DelayedCall> takeDue(Instant now) {
    List<DelayedCall> due =
        held.stream()
            .filter(call -> !now.isBefore(call.due))
            .sorted(Comparator.comparing(DelayedCall::due))
            .toList();
    held.removeAll(due);
    return due;
  }

  /** How many are held back. */
  public synchronized int size() {
    return held.size();
  }
}
