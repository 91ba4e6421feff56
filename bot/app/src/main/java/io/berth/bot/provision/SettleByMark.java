// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.MarkLookup;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what has no name after an answer was lost: simply another attempt, since the sweep
 * disables what the lost one may have left. When there may be no more attempts, the part fails once
 * that sweep was made.
 */
final class SettleByMark {
  private static final Logger LOG = LoggerFactory.getLogger(SettleByMark.class);
  private static final Duration SWEEP_AGAIN = Duration.ofMinutes(5);

  private final StepContext context;
  private final Sweep sweep;
  private final FollowUps followUps;
  private final NextAttempt next;

  SettleByMark(StepContext context, Sweep sweep, FollowUps followUps, NextAttempt next) {
    this.context = context;
    this.sweep = sweep;
    this.followUps = followUps;
    this.next = next;
  }

  void run(Unsettled unsettled, MarkLookup lookup) throws InterruptedException {
    Part part = unsettled.part();
    Instant settled = context.settled(unsettled.attempts());
    if (part.stopped().isEmpty() && !unsettled.usedUp()) {
      next.attempt(unsettled.task(), unsettled.request(), unsettled.part());
    } else if (part.stopped().isEmpty()) {
      Sentence why =
          ExecutionPhrase.ATTEMPTS_USED_UP.with("attempts", context.settings().attempts());
      context.work().stopped(part.id(), part.token(), Optional.empty(), why, settled);
    } else if (context.now().isBefore(settled)) {
      context.work().again(unsettled.task(), unsettled.task().step(), settled);
    } else if (sweep.clear(unsettled.request(), part, lookup, true)) {
      fail(unsettled, part.stopped().get());
    } else {
      context.work().again(unsettled.task(), unsettled.task().step(), context.in(SWEEP_AGAIN));
    }
  }

  private void fail(Unsettled unsettled, String why) {
    Part part = unsettled.part();
    boolean failed =
        context
            .work()
            .failed(
                part.id(),
                part.token(),
                Optional.empty(),
                why,
                context.nothingNow(),
                followUps.afterFailure(part, unsettled.attempts()));
    if (failed) {
      LOG.info("part {} failed: {}", part.id(), why);
    }
  }
}
