// SPDX-License-Identifier: Apache-2.0
/**
 * What every door does with a line of text, a form or a vote: understand it, let the policy decide,
 * store it in one transaction, and answer with the sentence that says what happens next.
 */
package io.berth.bot.desk;
