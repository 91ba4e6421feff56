// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.NameLookup;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.tcr.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether an attempt whose answer was lost has made the thing. Its name is unique, and
 * ours carries the request's id in a tag: that tag, and nothing else, makes it ours. It is taken
 * over only while it is what was asked for.
 */
final class SettleByName {
  private static final Logger LOG = LoggerFactory.getLogger(SettleByName.class);

  /** The list may lag, so one empty answer is not believed. */
  private static final int LOOKS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final StepContext context;
  private final NameSearch search;
  private final FollowUps followUps;
  private final NextAttempt next;

  SettleByName(StepContext context, NameSearch search, FollowUps followUps, NextAttempt next) {
    this.context = context;
    this.search = search;
    this.followUps = followUps;
    this.next = next;
  }

  void run(Unsettled unsettled, NameLookup lookup) throws InterruptedException {
    Part part = unsettled.part();
    search
        .find(part.id().requestId(), lookup, part.parameters())
        .<Move>fold(
            new Lookup.Cases<>() {
              @Override
              public Move found(NameLookup.NamedResource thing) {
                return () -> SettleByName.this.found(unsettled, thing);
              }

              @Override
              public Move none() {
                return () -> SettleByName.this.none(unsettled);
              }

              @Override
              public Move failed(String why) {
                return () -> notAsked(unsettled, why);
              }
            })
        .make();
  }

  private void found(Unsettled unsettled, NameLookup.NamedResource thing) {
    Part part = unsettled.part();
    Optional<String> tag = Optional.ofNullable(thing.tags().get(Tag.REQUEST_KEY));
    if (tag.filter(part.id().requestId()::equals).isPresent()) {
      ours(unsettled, thing);
    } else if (thing.tags().isEmpty() && mayBeOurs(unsettled, thing)) {
      giveToOperator(
          part, ExecutionPhrase.UNTAGGED.with("title", part.spec().title(), "id", thing.id()));
    } else {
      fail(unsettled, nameTaken(part).text(), Look.nameHeld(context.now(), settle()));
    }
  }

  /** What was made before no more attempts were allowed is ours, but somebody may not want it. */
  private void ours(Unsettled unsettled, NameLookup.NamedResource thing) {
    Part part = unsettled.part();
    String id = thing.id();
    Optional<String> difference = thing.differenceFrom(part.parameters());
    if (difference.isPresent()) {
      giveToOperator(
          part,
          ExecutionPhrase.OURS_BUT_DIFFERENT.with(
              "title", part.spec().title(), "id", id, "difference", difference.get()));
      return;
    }
    Optional<Sentence> objection =
        part.stopped().isPresent() ? context.objection(unsettled.request()) : Optional.empty();
    if (objection.isPresent()) {
      giveToOperator(
          part, ExecutionPhrase.MADE_AGAINST_POLICY.with("id", id, "sentence", objection.get()));
      return;
    }
    context
        .work()
        .succeeded(
            part.id(),
            part.token(),
            Created.adopted(id),
            followUps.afterSuccess(part, unsettled.attempts()));
    LOG.info("part {} adopted {}", part.id(), id);
  }

  private static Sentence nameTaken(Part part) {
    return ExecutionPhrase.NAME_TAKEN.with("title", part.spec().title());
  }

  /** Made since our first attempt, and at least one attempt's answer was lost. */
  private static boolean mayBeOurs(Unsettled unsettled, NameLookup.NamedResource thing) {
    Instant first = unsettled.attempts().get(0).signedAt();
    return unsettled.hasLostAnswer()
        && thing.createdAt().filter(at -> !at.isBefore(first)).isPresent();
  }

  private void none(Unsettled unsettled) throws InterruptedException {
    boolean taken = unsettled.last().state() == Attempt.State.NAME_TAKEN;
    boolean noMore = taken || unsettled.usedUp() || unsettled.part().stopped().isPresent();
    if (noMore && isSettled(unsettled)) {
      end(unsettled, taken);
    } else if (noMore || unsettled.task().step() + 1 < LOOKS) {
      lookAgain(unsettled);
    } else {
      next.attempt(unsettled.task(), unsettled.request(), unsettled.part());
    }
  }

  private void end(Unsettled unsettled, boolean taken) {
    Part part = unsettled.part();
    if (taken && unsettled.hasLostAnswer()) {
      giveToOperator(part, ExecutionPhrase.NAME_NOT_LISTED.with("title", part.spec().title()));
      return;
    }
    Sentence why =
        taken
            ? nameTaken(part)
            : ExecutionPhrase.ATTEMPTS_USED_UP_BY_NAME.with(
                "attempts", context.settings().attempts(), "noun", part.kind().noun());
    fail(unsettled, part.stopped().orElseGet(why::text), context.nothingNow());
  }

  private void fail(Unsettled unsettled, String why, Look look) {
    Part part = unsettled.part();
    if (context.work().failed(part.id(), part.token(), Optional.empty(), why, look, List.of())) {
      LOG.info("part {} failed: {}", part.id(), why);
    }
  }

  private void notAsked(Unsettled unsettled, String why) {
    Part part = unsettled.part();
    LOG.warn("part {}: its name could not be looked for: {}", part.id(), why);
    Instant patience = FollowUps.lastSigned(unsettled.attempts()).plus(settle()).plus(PATIENCE);
    if (context.now().isBefore(patience)) {
      lookAgain(unsettled);
      return;
    }
    giveToOperator(
        part, ExecutionPhrase.COULD_NOT_LOOK.with("title", part.spec().title(), "why", why));
  }

  private void lookAgain(Unsettled unsettled) {
    int step = unsettled.task().step() + 1;
    Instant soon = context.in(BackOff.afterTries(step));
    context.work().again(unsettled.task(), step, soon);
  }

  private void giveToOperator(Part part, Sentence sentence) {
    LOG.error("part {} needs an operator: {}", part.id(), sentence);
    context.work().needsOperator(part.id(), part.token(), sentence);
  }

  private boolean isSettled(Unsettled unsettled) {
    return !context.now().isBefore(context.settled(unsettled.attempts()));
  }

  private Duration settle() {
    return context.settings().settle();
  }
}
