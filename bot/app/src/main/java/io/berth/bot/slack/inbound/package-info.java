// SPDX-License-Identifier: Apache-2.0
/**
 * What Slack sends: is it Slack's, is it readable, is it one of our workspaces; then to the handler
 * of a command, a click or a form.
 */
@NullMarked
package io.berth.bot.slack.inbound;

import org.jspecify.annotations.NullMarked;
