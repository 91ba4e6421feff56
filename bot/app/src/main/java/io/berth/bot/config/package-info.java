// SPDX-License-Identifier: Apache-2.0
/**
 * Reads {@code berth.yaml}: strictly, all mistakes at once, each with its line and the way out.
 * Secrets come from the environment or from files that only their owner can read, and are {@code
 * Secret} from the first moment.
 */
@NullMarked
package io.berth.bot.config;

import org.jspecify.annotations.NullMarked;
