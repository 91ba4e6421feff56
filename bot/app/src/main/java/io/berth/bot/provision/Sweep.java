// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.MarkLookup;
import io.berth.bot.kind.MarkLookup.Marked;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.Task;
import io.berth.contract.RequestMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disables what lost answers left behind, when no attempt can make anything any more: once after
 * the settle time, and once again an hour after the last attempt was signed.
 */
final class Sweep {
  static final Duration SECOND_PASS = Duration.ofMinutes(60);
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

  private final StepContext context;
  private final MarkSearch search;

  Sweep(StepContext context, MarkSearch search) {
    this.context = context;
    this.search = search;
  }

  void run(Task task) throws InterruptedException {
    Request request = context.ledger().find(task.requestId()).orElseThrow();
    Part part = request.part(task.part().number()).orElseThrow();
    Optional<MarkLookup> lookup =
        part.kind()
            .settlement()
            .fold(byName -> Optional.empty(), byMark -> Optional.of(byMark.lookup()));
    if (lookup.isEmpty() || clear(request, part, lookup.get(), part.state().terminal())) {
      pass(task, part);
    } else {
      LOG.warn("part {}: the sweep could not finish, again in five minutes", part.id());
      context.work().again(task, task.step(), context.in(AFTER_A_FAILURE));
    }
  }

  private void pass(Task task, Part part) {
    if (task.step() == 0) {
      Instant last = FollowUps.lastSigned(context.work().attempts(part.id()));
      context.work().again(task, 1, last.plus(SECOND_PASS));
    } else {
      context.work().done(task);
    }
  }

  /**
   * One pass.
   *
   * @param ended whether no attempt of the part is under way or will ever be
   * @return whether the cloud could be asked and did what was wanted
   */
  boolean clear(Request request, Part part, MarkLookup lookup, boolean ended)
      throws InterruptedException {
    Optional<List<Marked>> all = search.all(part, lookup);
    if (all.isEmpty()) {
      return false;
    }
    List<Attempt> attempts = context.work().attempts(request.id());
    return disable(part, lookup, orphans(part, attempts, ended, all.get()));
  }

  /**
   * What this part's attempts made and nobody may use: all but the recorded one when it has ended,
   * that of attempts before the current one while it has not. "All but mine" while it runs could
   * end the winner.
   *
   * @param attempts of all parts of the request, whose numbers they share
   */
  static List<Marked> orphans(Part part, List<Attempt> attempts, boolean ended, List<Marked> all) {
    Set<Integer> ofOthers =
        attempts.stream()
            .filter(attempt -> !attempt.part().equals(part.id()))
            .map(Attempt::token)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(Marked::enabled)
        .filter(one -> one.mark().filter(mark -> isOf(part, mark, ofOthers)).isPresent())
        .filter(
            one ->
                ended
                    ? !Optional.of(one.id()).equals(part.resourceId())
                    : one.mark().orElseThrow().attempt() < part.token())
        .toList();
  }

  private static boolean isOf(Part part, RequestMark mark, Set<Integer> ofOthers) {
    return mark.requestId().equals(part.id().requestId()) && !ofOthers.contains(mark.attempt());
  }

  private boolean disable(Part part, MarkLookup lookup, List<Marked> orphans)
      throws InterruptedException {
    if (orphans.isEmpty()) {
      return true;
    }
    List<String> ids = orphans.stream().map(Marked::id).toList();
    List<String> used = orphans.stream().filter(o -> o.uses() > 0).map(Marked::id).toList();
    if (!search.disable(part, lookup, ids)) {
      return false;
    }
    LOG.info("part {}: disabled orphans {}", part.id(), ids);
    if (!used.isEmpty()) {
      // Nobody was ever shown its value, yet a machine has used it.
      LOG.error("ALERT part {}: orphans {} were used by machines", part.id(), used);
    }
    context.work().swept(part.id(), ids, used);
    return true;
  }
}
