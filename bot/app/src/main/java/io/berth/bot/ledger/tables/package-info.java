// SPDX-License-Identifier: Apache-2.0
/** One class for each table: its SQL and nothing else. Transactions are opened by the ledger. */
package io.berth.bot.ledger.tables;
