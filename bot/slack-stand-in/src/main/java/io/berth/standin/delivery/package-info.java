// SPDX-License-Identifier: Apache-2.0
/** What Slack sends to the bot: signed commands, clicks and forms, and the three-second rule. */
@NullMarked
package io.berth.standin.delivery;

import org.jspecify.annotations.NullMarked;
