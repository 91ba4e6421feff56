// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what a part refers to by name while the request still waits for approval: what will
 * never be there is told at once, and nobody is asked to approve it.
 */
final class CheckReferences {
  private static final int MOST_LOOKS = 5;

  /** The list may lag, so fewer empty answers are not believed: these take three seconds. */
  private static final int EMPTY_LOOKS = 3;

  private final StepContext context;
  private final ReferenceResolver references;

  CheckReferences(StepContext context, ReferenceResolver references) {
    this.context = context;
    this.references = references;
  }

  void run(Task task) throws InterruptedException {
    Optional<Request> request =
        context.ledger().find(task.requestId()).filter(r -> r.state() == State.PENDING_APPROVAL);
    Optional<Part> part = request.flatMap(r -> r.part(task.part().number()));
    if (part.isEmpty()) {
      context.work().done(task);
      return;
    }
    ReferenceResolver.Resolved resolved =
        references.resolve(part.get(), task.step() + 1 >= EMPTY_LOOKS);
    if (resolved.never().isPresent()) {
      context
          .work()
          .failed(
              part.get().id(),
              0,
              Optional.empty(),
              resolved.never().get().text(),
              context.nothingNow(),
              List.of());
    } else if (resolved.notYet().isEmpty() || task.step() >= MOST_LOOKS) {
      context.work().done(task);
    } else {
      context.work().again(task, task.step() + 1, context.in(BackOff.afterTries(task.step())));
    }
  }
}
