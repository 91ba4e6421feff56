// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.voice.ExecutionPhrase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the next attempt of a part once everything that it refers to by name is there. */
final class NextAttempt {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** The list may lag, so fewer empty answers are not believed: these take fifteen seconds. */
  private static final int EMPTY_LOOKS = 5;

  private final StepContext context;
  private final ReferenceResolver references;
  private final Attempts attempts;

  NextAttempt(StepContext context, ReferenceResolver references, Attempts attempts) {
    this.context = context;
    this.references = references;
    this.attempts = attempts;
  }

  void attempt(Task task, Request request, Part part) throws InterruptedException {
    ReferenceResolver.Resolved resolved = references.resolve(part, task.step() + 1 >= EMPTY_LOOKS);
    Instant until = request.times().approvedUntil().orElseThrow();
    if (resolved.never().isPresent()) {
      attempts.noMore(part, Optional.empty(), resolved.never().get());
    } else if (resolved.notYet().isEmpty()) {
      attempts.next(part, resolved.ids());
    } else if (context.now().isBefore(until)) {
      later(task);
    } else {
      attempts.noMore(part, Optional.empty(), ExecutionPhrase.APPROVAL_ENDED.with("at", until));
    }
  }

  /** Comes back to the part after 1, 2, 4 … 15 seconds. */
  void later(Task task) {
    Duration wait = BackOff.afterTries(task.step());
    Duration bounded = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    context.work().again(task, task.step() + 1, context.in(bounded));
  }
}
