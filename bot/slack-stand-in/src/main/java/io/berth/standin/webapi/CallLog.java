// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.berth.standin.json.JsonTrees;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last calls of the Web API: which method, how it ended. Never what was said. */
public final class CallLog {
  private static final int MOST = 1000;

  private final Clock clock;
  private final Deque<LoggedCall> entries = new ArrayDeque<>();
  private int count;

  public CallLog(Clock clock) {
    this.clock = clock;
  }

  private record LoggedCall(
      int number, Instant at, String method, String channel, int status, String result) {}

  synchronized void add(String method, String channel, int status, String result) {
    entries.addLast(new LoggedCall(++count, clock.instant(), method, channel, status, result));
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
  }

  /** Oldest first. */
  public synchronized ArrayNode toJson() {
    ArrayNode list = JsonTrees.array();
    for (LoggedCall call : entries) {
      list.addObject()
          .put("n", call.number())
          .put("at", call.at().toString())
          .put("method", call.method())
          .put("channel", call.channel())
          .put("status", call.status())
          .put("result", call.result());
    }
    return list;
  }
}
