// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

/**
 * "Tell this audience about this request." The text is rendered from the request when it is posted,
 * so a row holds no content and no secret.
 *
 * @param kind what happened: stored, vote, approved, rejected, created, progress, running,
 *     code-ready, revealed, failed, needs-operator, expired, cancelled
 * @param tries how many posts failed so far
 */
public record OutboxRow(long id, String requestId, Audience audience, String kind, int tries) {}
