// SPDX-License-Identifier: Apache-2.0
/**
 * Slack, both ways: the verifier in front, commands, buttons and forms coming in, cards and
 * messages going out. The only package that knows {@code com.slack}.
 */
@NullMarked
package io.berth.bot.slack;

import org.jspecify.annotations.NullMarked;
