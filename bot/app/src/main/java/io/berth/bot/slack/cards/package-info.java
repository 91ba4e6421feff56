// SPDX-License-Identifier: Apache-2.0
/**
 * What people see in Slack, as functions of a request in the ledger: cards, notes, windows. What
 * people typed never becomes markup.
 */
@NullMarked
package io.berth.bot.slack.cards;

import org.jspecify.annotations.NullMarked;
