// SPDX-License-Identifier: Apache-2.0
/**
 * Requests from pipelines: a signed POST asks for something, a signed GET says what became of it.
 * Knows HTTP's words but no server.
 */
@NullMarked
package io.berth.bot.webhook;

import org.jspecify.annotations.NullMarked;
