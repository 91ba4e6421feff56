// SPDX-License-Identifier: Apache-2.0
/** What Slack sends to the bot: signed commands, clicks and forms, and the three-second rule. */
package io.berth.standin.delivery;
