// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.time.Instant;

/**
 * One row of the append-only audit log.
 *
 * @param requestId empty for rows about no single request
 * @param actor a user id, {@code webhook:NAME} or {@code berth}
 * @param detail canonical JSON object with what else is known; never a secret
 * @param hash hex SHA-256 over the canonical JSON of all other fields, the previous hash among them
 */
public record AuditRow(
    long seq,
    Instant at,
    String requestId,
    String actor,
    String event,
    String detail,
    String previousHash,
    String hash) {}
