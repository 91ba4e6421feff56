// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What remains to be done once a part has reached its end. */
final class FollowUps {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  private final StepContext context;

  FollowUps(StepContext context) {
    this.context = context;
  }

  List<Task> afterSuccess(Part part, List<Attempt> attempts) {
    List<Task> tasks = new ArrayList<>();
    part.kind()
        .progress()
        .ifPresent(
            progress ->
                tasks.add(new Task(part.id(), Task.Job.PROGRESS, 0, context.in(FIRST_LOOK))));
    part.kind()
        .handover()
        .flatMap(handover -> handover.lives(part.parameters()))
        .ifPresent(life -> tasks.add(new Task(part.id(), Task.Job.WIPE, 0, context.in(life))));
    tasks.addAll(sweep(part, attempts, 0));
    return tasks;
  }

  /** Once the part has failed after its remains were looked for: the second pass. */
  List<Task> afterFailure(Part part, List<Attempt> attempts) {
    return sweep(part, attempts, 1);
  }

  /** Later than any call of any attempt can still have an effect. */
  private List<Task> sweep(Part part, List<Attempt> attempts, int step) {
    return part.kind()
        .settlement()
        .fold(
            byName -> List.of(),
            byMark ->
                attempts.isEmpty()
                    ? List.of()
                    : List.of(new Task(part.id(), Task.Job.SWEEP, step, due(attempts, step))));
  }

  private Instant due(List<Attempt> attempts, int step) {
    Instant last = lastSigned(attempts);
    return last.plus(step == 0 ? context.settings().settle() : Sweep.SECOND_PASS);
  }

  static Instant lastSigned(List<Attempt> attempts) {
    return attempts.get(attempts.size() - 1).signedAt();
  }
}
