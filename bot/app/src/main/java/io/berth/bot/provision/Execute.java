// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Ending;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.bot.ledger.Task;
import io.berth.contract.Product;
import java.util.List;
import java.util.Optional;

/** One step towards the end of an approved request; what to do next is read from the ledger. */
final class Execute {
  private final Bench bench;
  private final Attempts attempts;
  private final FindAgain findAgain;

  Execute(Bench bench, Attempts attempts, FindAgain findAgain) {
    this.bench = bench;
    this.attempts = attempts;
    this.findAgain = findAgain;
  }

  void run(Task task) throws InterruptedException {
    Optional<Request> found = bench.ledger().find(task.requestId());
    State state = found.map(Request::state).orElse(State.CANCELLED);
    if (state == State.APPROVED) {
      attempts.next(task, found.get());
    } else if (state == State.EXECUTING) {
      resume(task, found.get());
    } else {
      bench.work().done(task);
    }
  }

  private void resume(Task task, Request request) throws InterruptedException {
    List<Attempt> all = bench.work().attempts(request.id());
    Attempt last = all.get(all.size() - 1);
    switch (last.state()) {
      case SENDING -> takeOver(request, last);
      case LATER -> attempts.next(task, request);
      default -> settle(task, request, all);
    }
  }

  /** Its process died, or stalled longer than the lease: whether it sent anything is unknown. */
  private void takeOver(Request request, Attempt last) {
    Ending ending = Ending.unknown("No answer was stored before the lease ended.");
    bench.work().ended(request.id(), last.token(), ending, bench.clock().instant());
  }

  private void settle(Task task, Request request, List<Attempt> all) throws InterruptedException {
    boolean usedUp = usedUp(all);
    if (request.function().product() == Product.TCR) {
      findAgain.run(task, request, all, usedUp);
    } else if (usedUp) {
      attempts.fail(
          request,
          request.token(),
          Optional.empty(),
          "Tencent Cloud gave no usable answer in "
              + bench.settings().attempts()
              + " attempts; whatever they left behind is being disabled. Ask again.");
    } else {
      attempts.next(task, request);
    }
  }

  /** Only attempts that may have had an effect are counted; the others cost nothing but time. */
  private boolean usedUp(List<Attempt> all) {
    return all.stream().filter(a -> a.state() == Attempt.State.UNKNOWN).count()
        >= bench.settings().attempts();
  }
}
