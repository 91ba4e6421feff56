// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Clock;

/** All tables, handed as one to those who change several of them in a transaction. */
record Tables(
    RequestTable requests,
    VoteTable votes,
    AttemptTable attempts,
    TaskTable tasks,
    OutboxTable outbox,
    AuditTable audit,
    SeenTable seen) {

  static Tables create(Clock clock) {
    VoteTable votes = new VoteTable();
    return new Tables(
        new RequestTable(votes),
        votes,
        new AttemptTable(),
        new TaskTable(),
        new OutboxTable(),
        new AuditTable(clock),
        new SeenTable());
  }
}
