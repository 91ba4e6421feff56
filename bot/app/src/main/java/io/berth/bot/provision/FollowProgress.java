// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.Progress;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Task;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what was created until it can be used. */
final class FollowProgress {
  private static final Logger LOG = LoggerFactory.getLogger(FollowProgress.class);
  private static final int QUICK_LOOKS = 60;
  private static final int MOST_LOOKS = 400;

  private final StepContext context;

  FollowProgress(StepContext context) {
    this.context = context;
  }

  void run(Task task) throws InterruptedException {
    Part part =
        context
            .ledger()
            .find(task.requestId())
            .flatMap(request -> request.part(task.part().number()))
            .orElseThrow();
    Optional<Progress> progress = part.kind().progress();
    if (progress.isEmpty()) {
      context.work().done(task);
      return;
    }
    // Right after its creation the list may not show it yet; once recorded it is never made again.
    Optional<String> status = status(part, progress.get());
    status.ifPresent(now -> context.work().progressed(part.id(), now));
    if (status.filter(progress.get()::isLast).isPresent()) {
      context.work().done(task);
    } else {
      lookAgain(task, part);
    }
  }

  private Optional<String> status(Part part, Progress progress) throws InterruptedException {
    String id = part.resourceId().orElseThrow();
    Calls.Read read =
        context.calls().read(part.id().requestId(), progress.look(part.parameters(), id));
    return read.fields()
        .flatMap(fields -> progress.status(fields, id))
        .filter(status -> !status.isEmpty());
  }

  private void lookAgain(Task task, Part part) {
    if (task.step() >= MOST_LOOKS) {
      LOG.warn("part {} is still {}, not followed any more", part.id(), part.progress());
      context.work().done(task);
      return;
    }
    Duration wait = Duration.ofSeconds(task.step() < QUICK_LOOKS ? 1 : 15);
    context.work().again(task, task.step() + 1, context.in(wait));
  }
}
