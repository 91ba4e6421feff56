// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.approval.Terms;
import io.berth.bot.command.Ask;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.bot.ledger.NewRequest;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Puts something into a database, so that there is something to look at. */
final class LedgerRows {
  private LedgerRows() {}

  static void one(String url) {
    CreateInstance registry =
        CreateInstance.from(
                Map.of(
                    "Region", "ap-guangzhou", "RegistryName", "payments", "RegistryType", "basic"))
            .fold(valid -> valid.value(), invalid -> null);
    try (Ledger ledger =
        Ledger.open(new LedgerConfig(url, "sa", Secret.of("")), Clock.systemUTC())) {
      ledger.submit(
          new NewRequest(
              "01JD0000000000000000000001",
              Ask.of(registry),
              "U0ALICE",
              "T0BERTH",
              "C0REQUESTS",
              new Terms(1, List.of("U0BOB"), "rule 1"),
              "key",
              Instant.parse("2999-01-01T00:00:00Z")));
    }
  }
}
