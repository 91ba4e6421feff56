// SPDX-License-Identifier: Apache-2.0
/** What is sent to Slack: its Web API, and the outbox that posts what happened in the ledger. */
@NullMarked
package io.berth.bot.slack.outbound;

import org.jspecify.annotations.NullMarked;
