// SPDX-License-Identifier: Apache-2.0
/**
 * Requests, votes, attempts, audit and outbox in SQL, and the state machine over them. The only
 * package that knows JDBC; every change of state is one transaction with its audit and outbox rows.
 */
@NullMarked
package io.berth.bot.ledger;

import org.jspecify.annotations.NullMarked;
