// SPDX-License-Identifier: Apache-2.0
/**
 * What a command, a form or a vote comes to for one person: whether they may, what the policy says,
 * what is stored in one transaction, and the sentence that says what happens next. Every door leads
 * here, and no door decides about people.
 */
@NullMarked
package io.berth.bot.request;

import org.jspecify.annotations.NullMarked;
