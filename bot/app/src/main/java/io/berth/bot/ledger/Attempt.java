// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One call that may have created something.
 *
 * @param token 1, 2, 3 … within its request; part of the call's webhook-id
 * @param signedAt the call's webhook-timestamp, whole seconds, stored before anything is sent
 * @param code the error code of a refusal
 * @param cloudRequestId the request id of the answer, to be quoted to the cloud's support
 */
public record Attempt(
    String requestId,
    int token,
    Instant signedAt,
    State state,
    Optional<String> code,
    Optional<String> message,
    Optional<String> cloudRequestId) {

  /** What is known about it. */
  public enum State {
    /** Committed; perhaps sent, perhaps not. */
    SENDING,
    CREATED,
    /** Refused for good, without effect. */
    REFUSED,
    /** Certainly without effect, and worth another attempt later. */
    LATER,
    /** The cloud says that the name exists: ours or somebody else's. */
    NAME_TAKEN,
    /** It may have had its effect. */
    UNKNOWN
  }
}
