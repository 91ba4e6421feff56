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
  private final Deque<Entry> entries = new ArrayDeque<>();
  private int count;

  public CallLog(Clock clock) {
    this.clock = clock;
  }

  private record Entry(int n, Instant at, String method, String channel, int status, String end) {}

  synchronized void add(String method, String channel, int status, String end) {
    entries.addLast(new Entry(++count, clock.instant(), method, channel, status, end));
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
  }

  /** Oldest first. */
  public synchronized ArrayNode toJson() {
    ArrayNode list = JsonTrees.array();
    for (Entry entry : entries) {
      list.addObject()
          .put("n", entry.n())
          .put("at", entry.at().toString())
          .put("method", entry.method())
          .put("channel", entry.channel())
          .put("status", entry.status())
          .put("result", entry.end());
    }
    return list;
  }
}
