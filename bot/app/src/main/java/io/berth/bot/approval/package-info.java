// SPDX-License-Identifier: Apache-2.0
/**
 * Who may ask, who has to approve, and what the votes so far come to. Pure: no Slack, no HTTP, no
 * SQL, no clock. Every decision carries the sentence that people will read.
 */
@NullMarked
package io.berth.bot.approval;

import org.jspecify.annotations.NullMarked;
