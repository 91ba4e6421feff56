// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One request.
 *
 * @param number from 1, in the order in which the requests ended
 * @param at when it came, by the emulator's clock
 * @param signature {@code v1} or {@code v3}; empty when it did not get that far
 * @param parameters masked; empty when they could not be read
 * @param code {@code ok}, or the error's code
 * @param created what was created, e.g. {@code RegistryId}; never a register code's value
 * @param fault the fault that struck it
 */
public record JournalEntry(
    long number,
    Instant at,
    String requestId,
    String method,
    Optional<String> signature,
    Optional<String> action,
    Optional<String> version,
    Optional<String> region,
    Optional<String> secretId,
    Optional<ObjectNode> parameters,
    String code,
    Optional<String> created,
    Optional<String> fault,
    long millis) {
  JournalEntry numbered(long next) {
    return new JournalEntry(
        next,
        at,
        requestId,
        method,
        signature,
        action,
        version,
        region,
        secretId,
        parameters,
        code,
        created,
        fault,
        millis);
  }
}
