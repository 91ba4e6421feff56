// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.approval.Terms;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Origin;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts something into a database, so that there is something to look at. */
final class LedgerRows {
  private LedgerRows() {}

  static void one(String url) {
    Spec registry =
        Specs.check(
                Kinds.USUAL,
                Map.of(
                    "Region", "ap-guangzhou", "RegistryName", "payments", "RegistryType", "basic"))
            .fold(valid -> valid.value(), invalid -> null);
    try (Ledger ledger =
        Ledger.open(new LedgerConfig(url, "sa", Secret.of("")), Clock.systemUTC())) {
      ledger.submit(
          new NewRequest(
              "01JD0000000000000000000001",
              List.of(registry),
              new Origin("U0ALICE", "T0BERTH", "C0REQUESTS", Optional.empty(), Optional.empty()),
              Terms.of(1, List.of("U0BOB"), "rule 1"),
              "key",
              Instant.parse("2999-01-01T00:00:00Z")));
    }
  }
}
