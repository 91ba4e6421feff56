// SPDX-License-Identifier: Apache-2.0
/**
 * Starts all of Berth on one machine: the cloud APIs, the function platform, Slack's stand-in and
 * the bot.
 */
@NullMarked
package io.berth.local;

import org.jspecify.annotations.NullMarked;
