// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import java.time.Clock;

/** All tables, handed as one to those who change several of them in a transaction. */
public record Tables(
    RequestTable requests,
    PartTable parts,
    VoteTable votes,
    AttemptTable attempts,
    TaskTable tasks,
    OutboxTable outbox,
    AuditTable audit,
    SeenTable seen) {

  /** All of them. */
  public static Tables create(Clock clock) {
    VoteTable votes = new VoteTable();
    PartTable parts = new PartTable();
    return new Tables(
        new RequestTable(votes, parts),
        parts,
        votes,
        new AttemptTable(),
        new TaskTable(),
        new OutboxTable(),
        new AuditTable(clock),
        new SeenTable());
  }
}
