// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last 1,000 requests, with everything secret masked before it gets here. */
public final class Journal {
  /** How many are kept. */
  public static final int KEPT = 1_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private long number;

  /** Puts an entry behind the others, under the next number. */
  public synchronized void add(JournalEntry entry) {
    entries.addLast(entry.numbered(++number));
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  /** The newest of what is kept, at most so many, oldest first. */
  public synchronized List<JournalEntry> last(int most) {
    return entries.stream().skip(Math.max(0, entries.size() - most)).toList();
  }
}
