// SPDX-License-Identifier: Apache-2.0
/**
 * A local Slack: one workspace on loopback that signs and sends commands, clicks and forms to the
 * bot, serves the Web API methods the bot uses, and shows it all on a page that feels like a chat.
 */
@NullMarked
package io.berth.standin;

import org.jspecify.annotations.NullMarked;
