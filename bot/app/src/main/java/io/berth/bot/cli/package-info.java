// SPDX-License-Identifier: Apache-2.0
/**
 * The bot's command line: {@code init} writes a configuration to start from, {@code check} reads
 * one, {@code try} rehearses a line of text.
 */
@NullMarked
package io.berth.bot.cli;

import org.jspecify.annotations.NullMarked;
