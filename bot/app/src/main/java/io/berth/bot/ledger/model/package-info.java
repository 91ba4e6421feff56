// SPDX-License-Identifier: Apache-2.0
/**
 * What the ledger holds, as values: requests with their parts, attempts, tasks, news, audit rows.
 */
package io.berth.bot.ledger.model;
