// SPDX-License-Identifier: Apache-2.0
/**
 * The bot's command line: {@code check} reads a configuration, {@code try} rehearses a line of
 * text.
 */
package io.berth.bot.cli;
