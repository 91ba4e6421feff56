// SPDX-License-Identifier: Apache-2.0
/**
 * What the ledger holds, as values: requests with their parts, attempts, tasks, news, audit rows.
 */
@NullMarked
package io.berth.bot.ledger.model;

import org.jspecify.annotations.NullMarked;
