// SPDX-License-Identifier: Apache-2.0
/** One class for each table: its SQL and nothing else. Transactions are opened by the ledger. */
@NullMarked
package io.berth.bot.ledger.tables;

import org.jspecify.annotations.NullMarked;
