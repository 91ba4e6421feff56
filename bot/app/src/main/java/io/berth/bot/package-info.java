// SPDX-License-Identifier: Apache-2.0
/**
 * The bot as a process: its command line, the wiring of its rooms, and its log. Only here are the
 * environment, the system clock and the exit code touched.
 */
@NullMarked
package io.berth.bot;

import org.jspecify.annotations.NullMarked;
