// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Made;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.bot.ledger.Task;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.DescribeInstances.Registry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether an attempt whose answer was lost has made the registry. Registry names are
 * unique across all accounts, and ours carry the request's id in a tag: that tag, and nothing else,
 * makes a registry ours.
 */
final class FindAgain {
  private static final Logger LOG = LoggerFactory.getLogger(FindAgain.class);

  /** The list may lag, so one empty answer is not believed. */
  private static final int LOOKS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final Bench bench;
  private final Registries registries;
  private final Attempts attempts;
  private final FollowUps followUps;

  FindAgain(Bench bench, Registries registries, Attempts attempts, FollowUps followUps) {
    this.bench = bench;
    this.registries = registries;
    this.attempts = attempts;
    this.followUps = followUps;
  }

  void run(Task task, Request request, List<Attempt> all, boolean usedUp)
      throws InterruptedException {
    CreateInstance wanted = Parameters.registry(request);
    Lookup lookup = registries.named(request.id(), wanted.region(), wanted.registryName());
    if (lookup instanceof Lookup.Found found) {
      found(request, all, found.registry());
    } else if (lookup instanceof Lookup.Failed failed) {
      notAsked(task, request, all, failed.why());
    } else {
      none(task, request, all, usedUp);
    }
  }

  private void found(Request request, List<Attempt> all, Registry registry) {
    Optional<String> owner = registry.requestId();
    if (owner.filter(request.id()::equals).isPresent()) {
      Made made = new Made(registry.registryId(), true, Optional.empty(), "");
      bench
          .work()
          .succeeded(request.id(), request.token(), made, followUps.afterSuccess(request, all));
      LOG.info("request {} adopted {}", request.id(), registry.registryId());
    } else if (registry.tags().isEmpty() && mayBeOurs(all, registry)) {
      giveToOperator(
          request,
          "A registry of this name appeared while the answer was lost, and without tags it cannot"
              + " be told whose it is: look at "
              + registry.registryId()
              + ".");
    } else {
      attempts.fail(request, request.token(), Optional.empty(), nameTaken(registry.registryName()));
    }
  }

  private static String nameTaken(String name) {
    return "The registry name "
        + name
        + " is taken (NAME_TAKEN): names are unique across all accounts; choose another one.";
  }

  /** Made since our first attempt, and at least one attempt's answer was lost. */
  private static boolean mayBeOurs(List<Attempt> all, Registry registry) {
    Instant first = all.get(0).signedAt();
    return lost(all) && registry.created().filter(at -> !at.isBefore(first)).isPresent();
  }

  private static boolean lost(List<Attempt> all) {
    return all.stream().anyMatch(a -> a.state() == Attempt.State.UNKNOWN);
  }

  private void none(Task task, Request request, List<Attempt> all, boolean usedUp)
      throws InterruptedException {
    boolean taken = all.get(all.size() - 1).state() == Attempt.State.NAME_TAKEN;
    Instant settled = settled(all);
    boolean late = !bench.clock().instant().isBefore(settled);
    if (taken && late && lost(all)) {
      giveToOperator(
          request,
          "The registry name exists, but Tencent Cloud does not list the registry, so that it"
              + " cannot be told whether a lost call made it: look for the name in the console.");
    } else if (taken && late) {
      attempts.fail(
          request,
          request.token(),
          Optional.empty(),
          nameTaken(Parameters.registry(request).registryName()));
    } else if (usedUp && late) {
      attempts.fail(
          request,
          request.token(),
          Optional.empty(),
          "Tencent Cloud gave no usable answer in "
              + bench.settings().attempts()
              + " attempts, and no registry of this name exists. Ask again.");
    } else if (taken) {
      lookAgain(task);
    } else if (usedUp) {
      bench.work().again(task, task.step(), settled);
    } else if (task.step() + 1 < LOOKS) {
      lookAgain(task);
    } else {
      attempts.next(task, request);
    }
  }

  private void notAsked(Task task, Request request, List<Attempt> all, String why) {
    LOG.warn("request {}: registries could not be listed: {}", request.id(), why);
    if (bench.clock().instant().isBefore(settled(all).plus(PATIENCE))) {
      lookAgain(task);
      return;
    }
    giveToOperator(
        request,
        "The answer was lost, and Tencent Cloud could not be asked whether the registry exists ("
            + why
            + "): look for its name in the console.");
  }

  private void lookAgain(Task task) {
    bench.work().again(task, task.step() + 1, bench.in(BackOff.afterTries(task.step() + 1)));
  }

  private void giveToOperator(Request request, String sentence) {
    LOG.error("request {} needs an operator: {}", request.id(), sentence);
    bench
        .work()
        .gaveUp(
            request.id(),
            request.token(),
            Optional.empty(),
            State.NEEDS_OPERATOR,
            sentence,
            List.of());
  }

  private Instant settled(List<Attempt> all) {
    return FollowUps.lastSigned(all).plus(bench.settings().settle());
  }
}
