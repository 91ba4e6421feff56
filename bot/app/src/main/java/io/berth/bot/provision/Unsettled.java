// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Task;
import java.util.List;

/**
 * A part of which an attempt may have had an effect that is not recorded.
 *
 * @param attempts at least one, the oldest first
 * @param usedUp whether there were as many of them as there may be
 */
record Unsettled(Task task, Request request, Part part, List<Attempt> attempts, boolean usedUp) {
  Attempt last() {
    return attempts.get(attempts.size() - 1);
  }

  /** Whether an answer was lost, so that something may exist of which nothing was heard. */
  boolean hasLostAnswer() {
    return attempts.stream().anyMatch(a -> a.state() == Attempt.State.UNKNOWN);
  }
}
