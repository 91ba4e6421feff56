// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.approval.Policy;
import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Work;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.voice.Sentence;
import io.berth.contract.auth.ApprovalSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What all steps work with.
 *
 * @param owner who claims, for the audit log
 */
record StepContext(
    Ledger ledger,
    Calls calls,
    ApprovalSigner signer,
    Policy policy,
    ExecutionConfig settings,
    Clock clock,
    String owner) {
  Work work() {
    return ledger.work();
  }

  Instant now() {
    return clock.instant();
  }

  Instant in(Duration wait) {
    return now().plus(wait);
  }

  /** The policy of today: nothing when the request may still run. */
  Optional<Sentence> objection(Request request) {
    return policy.objection(request.proposal(), request.ballot());
  }

  /** From when on no attempt can have an effect that was not there before. */
  Instant settled(List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> attempt.state().isDoubtful())
        .map(attempt -> attempt.signedAt().plus(settings.settle()))
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  /** A look at this moment that found nothing. */
  Look nothingNow() {
    return Look.nothing(now(), settings.settle());
  }
}
