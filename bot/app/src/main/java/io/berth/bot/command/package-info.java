// SPDX-License-Identifier: Apache-2.0
/**
 * One line of text becomes a typed command, or the reply to post. No Slack, no HTTP, no SQL: the
 * same parser serves the slash command, the command line and the tests.
 */
@NullMarked
package io.berth.bot.command;

import org.jspecify.annotations.NullMarked;
