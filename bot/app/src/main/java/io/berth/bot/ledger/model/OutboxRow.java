// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

/**
 * "Tell this audience about this request." The text is rendered from the request when it is posted,
 * so a row holds no content and no secret.
 *
 * @param tries how many tries there were so far; each of them failed, or nobody knows how it ended
 */
public record OutboxRow(long id, String requestId, Audience audience, News news, int tries) {}
