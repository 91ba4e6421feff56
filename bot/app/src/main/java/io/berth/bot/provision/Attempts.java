// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt: claim durably, call once, save what came of it. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final StepContext context;
  private final AttemptCall call;
  private final MarkSearch marks;
  private final FollowUps followUps;

  Attempts(StepContext context, MarkSearch marks, FollowUps followUps) {
    this.context = context;
    this.call = new AttemptCall(context);
    this.marks = marks;
    this.followUps = followUps;
  }

  /**
   * The next attempt of a part, if it may still run.
   *
   * @param found the ids of the things that it refers to by name, by field
   */
  void next(Part part, Map<String, String> found) throws InterruptedException {
    Pace.Turn turn = context.calls().pace(part.kind().function()).enter();
    try {
      Claim claim =
          context
              .work()
              .claim(part, context.owner(), context.settings().lease(), context::objection, found);
      claim
          .<Move>fold(
              claimed -> () -> save(claimed, call.send(claimed)),
              withheld -> () -> noMore(part, Optional.empty(), withheld.sentence()),
              () -> () -> {})
          .make();
    } finally {
      turn.close();
    }
  }

  private void save(Claim.Claimed claimed, FunctionReply reply) throws InterruptedException {
    reply
        .<Move>fold(
            answer -> () -> answered(claimed, answer),
            notSent -> () -> goOn(claimed, notSent(notSent)),
            lost -> () -> goOn(claimed, unknown(ExecutionPhrase.NO_ANSWER, lost.why())))
        .make();
  }

  private void answered(Claim.Claimed claimed, FunctionReply.Answered answer)
      throws InterruptedException {
    Outcome.fromEnvelope(claimed.part().kind().function(), answer.status(), answer.body())
        .<Move>fold(
            created -> () -> created(claimed, created),
            refused -> () -> refused(claimed, refused),
            unknown -> () -> goOn(claimed, Classify.outcome(unknown)))
        .make();
  }

  private static AttemptOutcome notSent(FunctionReply.NotSent notSent) {
    return new AttemptOutcome(
        Attempt.State.LATER,
        Optional.empty(),
        ExecutionPhrase.NOT_REACHED.text("why", notSent.why()),
        Optional.empty());
  }

  private static AttemptOutcome unknown(ExecutionPhrase phrase, String why) {
    return AttemptOutcome.unknown(phrase.text("why", why));
  }

  private void created(Claim.Claimed claimed, Outcome.Created created) throws InterruptedException {
    Part part = claimed.part();
    if (part.kind().handover().isPresent() && created.sealedValue().isEmpty()) {
      // What nobody can read is an orphan: another one is made, the sweep ends this one.
      String why = ExecutionPhrase.WITHOUT_ITS_VALUE.text("id", created.id());
      goOn(claimed, AttemptOutcome.unknown(why));
      return;
    }
    Created made =
        new Created(
            created.id(),
            created.how() == Outcome.How.ADOPTED,
            created.sealedValue(),
            created.requestId());
    int token = claimed.attempt().token();
    List<Task> next = followUps.afterSuccess(part, context.work().attempts(part.id()));
    if (context.work().succeeded(part.id(), token, made, next)) {
      LOG.info("part {} attempt {} made {}", part.id(), token, created.id());
    } else {
      disown(part, token, created.id());
    }
  }

  /**
   * Another attempt has taken over while this one was stalled. What has no name is in nobody's
   * hands and is disabled at once; should that fail, the sweep does it. What has one is found by
   * it.
   */
  private void disown(Part part, int token, String resourceId) throws InterruptedException {
    LOG.warn("part {} attempt {} came too late with {}", part.id(), token, resourceId);
    part.kind()
        .settlement()
        .<Move>fold(
            byName -> () -> {},
            byMark -> () -> marks.disable(part, byMark.lookup(), List.of(resourceId)))
        .make();
  }

  private void refused(Claim.Claimed claimed, Outcome.Refused refused) {
    AttemptOutcome outcome = Classify.outcome(refused);
    if (outcome.state() == Attempt.State.REFUSED) {
      noMore(claimed.part(), Optional.of(outcome), Classify.sentence(refused));
    } else {
      goOn(claimed, outcome);
    }
  }

  private void goOn(Claim.Claimed claimed, AttemptOutcome outcome) {
    PartId part = claimed.part().id();
    int token = claimed.attempt().token();
    LOG.info("part {} attempt {} ended {}: {}", part, token, outcome.state(), outcome.message());
    long before =
        context.work().attempts(part).stream()
            .filter(a -> a.state() == Attempt.State.LATER)
            .count();
    boolean later = outcome.state() == Attempt.State.LATER;
    Duration wait = BackOff.afterTries(later ? (int) before : 0);
    context.work().ended(part, token, outcome, context.in(wait));
  }

  /**
   * No further attempt may be made. The part fails at once when none of its attempts can have had
   * an effect; else it stays open until that was looked for.
   *
   * @param outcome how the newest attempt ended, if that is only known now
   */
  void noMore(Part part, Optional<AttemptOutcome> outcome, Sentence why) {
    boolean doubtful =
        context.work().attempts(part.id()).stream()
            .filter(attempt -> outcome.isEmpty() || attempt.token() != part.token())
            .anyMatch(attempt -> attempt.state().isDoubtful());
    if (doubtful) {
      LOG.info("part {} is not tried again: {}", part.id(), why);
      context.work().stopped(part.id(), part.token(), outcome, why, context.now());
    } else if (context
        .work()
        .failed(part.id(), part.token(), outcome, why.text(), context.nothingNow(), List.of())) {
      LOG.info("part {} failed: {}", part.id(), why);
    }
  }
}
