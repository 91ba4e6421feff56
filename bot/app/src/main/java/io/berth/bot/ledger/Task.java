// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Instant;

/**
 * Something to be done for a request at a time.
 *
 * @param step how far it got; the kind says what the number means, 0 at first
 * @param dueAt when it may be taken; who takes it moves this into the future, which is the lease
 */
public record Task(String requestId, Kind kind, int step, Instant dueAt) {

  /** What is to be done. */
  public enum Kind {
    /** End a request whose approvals did not come in time. */
    EXPIRE,
    /** Call the function, or find out what became of an earlier call. */
    EXECUTE,
    /** Follow a registry until it runs. */
    PROGRESS,
    /** Disable register codes that lost answers left behind. */
    SWEEP,
    /** Forget the sealed value of a register code that has expired. */
    WIPE
  }
}
