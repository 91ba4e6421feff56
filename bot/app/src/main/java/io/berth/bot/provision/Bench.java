// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.approval.Policy;
import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Work;
import io.berth.contract.auth.ApprovalSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What all steps work with.
 *
 * @param owner who claims, for the audit log
 */
record Bench(
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

  Instant in(Duration wait) {
    return clock.instant().plus(wait);
  }
}
