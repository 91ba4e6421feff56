// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Claim;
import io.berth.bot.ledger.Ending;
import io.berth.bot.ledger.Made;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.bot.ledger.Task;
import io.berth.contract.Outcome;
import io.berth.contract.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt: claim durably, call once, save what came of it. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Bench bench;
  private final Calling calling;
  private final RegisterCodes codes;
  private final FollowUps followUps;

  Attempts(Bench bench, RegisterCodes codes, FollowUps followUps) {
    this.bench = bench;
    this.calling = new Calling(bench);
    this.codes = codes;
    this.followUps = followUps;
  }

  /** The next attempt of a request, if it may still run. */
  void next(Task task, Request request) throws InterruptedException {
    Pace.Turn turn = bench.calls().pace(request.function()).enter();
    try {
      Claim claim =
          bench.work().claim(request, bench.owner(), bench.settings().lease(), this::objection);
      if (claim instanceof Claim.Claimed claimed) {
        save(claimed, calling.call(claimed));
      } else if (claim instanceof Claim.Withheld withheld) {
        withheld(task, request, withheld.sentence());
      }
    } finally {
      turn.close();
    }
  }

  private Optional<String> objection(Request request) {
    return bench.policy().objection(Parameters.ask(request), request.requester(), request.votes());
  }

  private void save(Claim.Claimed claimed, Reply reply) throws InterruptedException {
    Request request = claimed.request();
    int token = claimed.attempt().token();
    if (reply instanceof Reply.Answered answer) {
      Outcome outcome = Outcome.fromEnvelope(request.function(), answer.status(), answer.body());
      if (outcome instanceof Outcome.Created created) {
        created(request, token, created);
      } else if (outcome instanceof Outcome.Refused refused) {
        refused(request, token, refused);
      } else {
        goOn(request, token, Classify.ending((Outcome.Unknown) outcome));
      }
    } else if (reply instanceof Reply.NotSent notSent) {
      goOn(request, token, notSent(notSent));
    } else {
      String why = "No usable answer: " + ((Reply.Lost) reply).why() + ".";
      goOn(request, token, Ending.unknown(why));
    }
  }

  private static Ending notSent(Reply.NotSent notSent) {
    return new Ending(
        Attempt.State.LATER,
        Optional.empty(),
        "The function could not be reached: " + notSent.why() + ".",
        Optional.empty());
  }

  private void created(Request request, int token, Outcome.Created created)
      throws InterruptedException {
    boolean code = request.function().product() == Product.TAT;
    if (code && created.sealedValue().isEmpty()) {
      // A code whose value nobody can read is an orphan: another one is made, the sweep ends it.
      goOn(request, token, Ending.unknown("Code " + created.id() + " came without its value."));
      return;
    }
    Made made =
        new Made(
            created.id(),
            created.how() == Outcome.How.ADOPTED,
            created.sealedValue(),
            created.requestId());
    List<Task> next = followUps.afterSuccess(request, bench.work().attempts(request.id()));
    if (bench.work().succeeded(request.id(), token, made, next)) {
      LOG.info("request {} attempt {} made {}", request.id(), token, created.id());
    } else {
      disown(request, token, created.id());
    }
  }

  /**
   * Another attempt has taken over while this one was stalled. Its code is in nobody's hands and is
   * disabled at once; should that fail, the sweep does it. A registry is found by its name.
   */
  private void disown(Request request, int token, String resourceId) throws InterruptedException {
    LOG.warn("request {} attempt {} came too late with {}", request.id(), token, resourceId);
    if (request.function().product() == Product.TAT) {
      codes.disable(request.id(), Parameters.code(request).region(), List.of(resourceId));
    }
  }

  private void refused(Request request, int token, Outcome.Refused refused) {
    Ending ending = Classify.ending(refused);
    if (ending.state() != Attempt.State.REFUSED) {
      goOn(request, token, ending);
      return;
    }
    fail(request, token, Optional.of(ending), Classify.sentence(refused));
  }

  private void goOn(Request request, int token, Ending ending) {
    LOG.info(
        "request {} attempt {} ended {}: {}",
        request.id(),
        token,
        ending.state(),
        ending.message());
    long before =
        bench.work().attempts(request.id()).stream()
            .filter(a -> a.state() == Attempt.State.LATER)
            .count();
    Duration wait = BackOff.afterTries(ending.state() == Attempt.State.LATER ? (int) before : 0);
    bench.work().ended(request.id(), token, ending, bench.in(wait));
  }

  void fail(Request request, int token, Optional<Ending> ending, String sentence) {
    List<Task> next = followUps.afterFailure(request, bench.work().attempts(request.id()));
    if (bench.work().gaveUp(request.id(), token, ending, State.FAILED, sentence, next)) {
      LOG.info("request {} failed: {}", request.id(), sentence);
    }
  }

  /**
   * It may not run any more. When an earlier attempt may still turn up a registry, the request
   * stays open until that is settled.
   */
  private void withheld(Task task, Request request, String sentence) {
    List<Attempt> attempts = bench.work().attempts(request.id());
    boolean open = attempts.stream().anyMatch(Attempts::mayHaveHadAnEffect);
    if (open && request.function().product() == Product.TCR) {
      Instant settled = FollowUps.lastSigned(attempts).plus(bench.settings().settle());
      if (bench.clock().instant().isBefore(settled)) {
        bench.work().again(task, task.step(), settled);
        return;
      }
    }
    fail(request, request.token(), Optional.empty(), sentence);
  }

  static boolean mayHaveHadAnEffect(Attempt attempt) {
    return switch (attempt.state()) {
      case SENDING, UNKNOWN, NAME_TAKEN, CREATED -> true;
      case LATER, REFUSED -> false;
    };
  }
}
