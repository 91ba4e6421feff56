// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.Task;
import io.berth.contract.Product;
import io.berth.contract.tat.CreateRegisterCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What remains to be done once a request has reached its end. */
final class FollowUps {
  private final Bench bench;

  FollowUps(Bench bench) {
    this.bench = bench;
  }

  List<Task> afterSuccess(Request request, List<Attempt> attempts) {
    if (request.function().product() == Product.TCR) {
      return List.of(
          new Task(request.id(), Task.Kind.PROGRESS, 0, bench.in(Duration.ofSeconds(1))));
    }
    List<Task> tasks = new ArrayList<>(sweep(request, attempts));
    CreateRegisterCode code = Parameters.code(request);
    if (!code.permanent()) {
      Instant ends = bench.in(Duration.ofHours(code.effectiveTime()));
      tasks.add(new Task(request.id(), Task.Kind.WIPE, 0, ends));
    }
    return tasks;
  }

  List<Task> afterFailure(Request request, List<Attempt> attempts) {
    return request.function().product() == Product.TCR || attempts.isEmpty()
        ? List.of()
        : sweep(request, attempts);
  }

  /** Later than any call of any attempt can still have an effect. */
  private List<Task> sweep(Request request, List<Attempt> attempts) {
    Instant last = lastSigned(attempts);
    Instant due = last.plus(bench.settings().settle());
    return List.of(new Task(request.id(), Task.Kind.SWEEP, 0, due));
  }

  static Instant lastSigned(List<Attempt> attempts) {
    return attempts.get(attempts.size() - 1).signedAt();
  }
}
