// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.Reference;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One step towards the end of a part; what to do next is read from the ledger. */
final class Execute {
  private final StepContext context;
  private final NextAttempt next;
  private final SettleByName settleByName;
  private final SettleByMark settleByMark;

  Execute(
      StepContext context, NextAttempt next, SettleByName settleByName, SettleByMark settleByMark) {
    this.context = context;
    this.next = next;
    this.settleByName = settleByName;
    this.settleByMark = settleByMark;
  }

  void run(Task task) throws InterruptedException {
    Optional<Request> request = context.ledger().find(task.requestId());
    Optional<Part> part = request.flatMap(r -> r.part(task.part().number()));
    if (part.isEmpty() || !isApproved(request.get()) || part.get().state().terminal()) {
      context.work().done(task);
    } else if (part.get().state() == PartState.EXECUTING) {
      resume(task, request.get(), part.get());
    } else {
      begin(task, request.get(), part.get());
    }
  }

  private static boolean isApproved(Request request) {
    return request.state() == State.APPROVED || request.state() == State.EXECUTING;
  }

  private void begin(Task task, Request request, Part part) throws InterruptedException {
    for (Reference reference : part.spec().parameters().references().values()) {
      Optional<Part> needed =
          reference.fold(ofPart -> request.part(ofPart.number()), named -> Optional.empty());
      if (needed.isPresent() && !needed.get().isUsable()) {
        awaitPart(task, request, part, needed.get());
        return;
      }
    }
    next.attempt(task, request, part);
  }

  /** The wait ends when the other part can never be used, and with the approval. */
  private void awaitPart(Task task, Request request, Part part, Part needed) {
    Instant until = request.times().approvedUntil().orElseThrow();
    Optional<Sentence> never = whyNever(needed);
    if (never.isEmpty() && !context.now().isBefore(until)) {
      never = Optional.of(ExecutionPhrase.APPROVAL_ENDED.with("at", until));
    }
    if (never.isPresent()) {
      context.work().skipped(part.id(), never.get());
    } else {
      next.later(task);
    }
  }

  private static Optional<Sentence> whyNever(Part needed) {
    int number = needed.id().number();
    return switch (needed.state()) {
      case WAITING, READY, EXECUTING -> Optional.empty();
      case FAILED, SKIPPED -> Optional.of(ExecutionPhrase.NEEDED_PART_MISSING.with("part", number));
      case NEEDS_OPERATOR ->
          Optional.of(ExecutionPhrase.NEEDED_PART_UNCERTAIN.with("part", number));
      case SUCCEEDED ->
          needed
              .progress()
              .filter(status -> needed.kind().progress().orElseThrow().isLast(status))
              .map(
                  status ->
                      ExecutionPhrase.NEEDED_PART_UNUSABLE.with("part", number, "status", status));
    };
  }

  private void resume(Task task, Request request, Part part) throws InterruptedException {
    List<Attempt> all = context.work().attempts(part.id());
    Attempt last = all.get(all.size() - 1);
    switch (last.state()) {
      case SENDING -> takeOver(part, last);
      case LATER -> goOnOrSettle(task, request, part, all);
      case CREATED, REFUSED, NAME_TAKEN, UNKNOWN -> settle(task, request, part, all);
    }
  }

  private void goOnOrSettle(Task task, Request request, Part part, List<Attempt> all)
      throws InterruptedException {
    if (part.stopped().isPresent()) {
      settle(task, request, part, all);
    } else {
      next.attempt(task, request, part);
    }
  }

  /** Its process died, or stalled longer than the lease: whether it sent anything is unknown. */
  private void takeOver(Part part, Attempt last) {
    AttemptOutcome outcome = AttemptOutcome.unknown(ExecutionPhrase.NO_ANSWER_STORED.text());
    context.work().ended(part.id(), last.token(), outcome, context.now());
  }

  private void settle(Task task, Request request, Part part, List<Attempt> all)
      throws InterruptedException {
    Unsettled unsettled = new Unsettled(task, request, part, all, usedUp(all));
    part.kind()
        .settlement()
        .<Move>fold(
            byName -> () -> settleByName.run(unsettled, byName.lookup()),
            byMark -> () -> settleByMark.run(unsettled, byMark.lookup()))
        .make();
  }

  /** Only attempts that may have had an effect are counted; the others cost nothing but time. */
  private boolean usedUp(List<Attempt> all) {
    return all.stream().filter(a -> a.state() == Attempt.State.UNKNOWN).count()
        >= context.settings().attempts();
  }
}
