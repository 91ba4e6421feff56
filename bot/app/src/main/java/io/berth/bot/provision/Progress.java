// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.Task;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a new registry from Pending over Deploying to Running. */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  /** TCR, Registry.Status: those after which nothing better comes by waiting. */
  private static final Set<String> LAST = Set.of("Running", "FailedCreated", "Isolate");

  private static final int QUICK_LOOKS = 60;
  private static final int MOST_LOOKS = 400;

  private final Bench bench;
  private final Registries registries;

  Progress(Bench bench, Registries registries) {
    this.bench = bench;
    this.registries = registries;
  }

  void run(Task task) throws InterruptedException {
    Request request = bench.ledger().find(task.requestId()).orElseThrow();
    String id = request.resourceId().orElseThrow();
    Lookup lookup = registries.byId(request.id(), Parameters.registry(request).region(), id);
    // Right after its creation the list may not show it yet; once recorded it is never made again.
    String status = lookup.fold(found -> found.registry().status(), () -> "", failed -> "");
    if (!status.isEmpty()) {
      bench.work().progressed(request.id(), status);
    }
    if (LAST.contains(status)) {
      bench.work().done(task);
    } else if (task.step() >= MOST_LOOKS) {
      LOG.warn("request {}: {} is still {}, not followed any more", request.id(), id, status);
      bench.work().done(task);
    } else {
      Duration wait = Duration.ofSeconds(task.step() < QUICK_LOOKS ? 1 : 15);
      bench.work().again(task, task.step() + 1, bench.in(wait));
    }
  }
}
