// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.time.Instant;

/**
 * Something to be done for a part, or for a request as a whole, at a time.
 *
 * @param step how far it got; what is done says what the number means, 0 at first
 * @param dueAt when it may be taken; who takes it moves this into the future, which is the lease
 */
public record Task(PartId part, Job job, int step, Instant dueAt) {
  /** What is to be done. */
  public enum Job {
    /** End a request whose approvals did not come in time. */
    EXPIRE,
    /** Tell at once when something that a part refers to by its name is not there. */
    CHECK,
    /** Call the function, or find out what became of an earlier call. */
    EXECUTE,
    /** Follow what was created until it can be used. */
    PROGRESS,
    /** Disable what lost answers left behind. */
    SWEEP,
    /** Forget a sealed value that is worth nothing any more. */
    WIPE
  }

  /** Which request it belongs to. */
  public String requestId() {
    return part.requestId();
  }
}
