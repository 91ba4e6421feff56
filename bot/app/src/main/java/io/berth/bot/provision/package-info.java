// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out what was approved: claims requests from the ledger, calls the functions once per
 * attempt, finds out what became of lost answers, and clears away what they left behind.
 */
@NullMarked
package io.berth.bot.provision;

import org.jspecify.annotations.NullMarked;
