// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call that may have created something.
 *
 * @param part what it was to create
 * @param token 1, 2, 3 … within its request; part of the call's webhook-id
 * @param signedAt the call's webhook-timestamp, whole seconds, stored before anything is sent
 * @param code the error code of a refusal
 * @param cloudRequestId the request id of the answer, to be quoted to the cloud's support
 */
public record Attempt(
    PartId part,
    int token,
    Instant signedAt,
    State state,
    Optional<String> code,
    Optional<String> message,
    Optional<String> cloudRequestId) {
  /** What is known about it. */
  public enum State {
    /** Committed; perhaps sent, perhaps not. */
    SENDING(true),
    CREATED(true),
    /** Refused for good, without effect. */
    REFUSED(false),
    /** Certainly without effect, and worth another attempt later. */
    LATER(false),
    /** The cloud says that the name exists: ours or somebody else's. */
    NAME_TAKEN(true),
    /** It may have had its effect. */
    UNKNOWN(true);

    private final boolean doubtful;

    State(boolean doubtful) {
      this.doubtful = doubtful;
    }

    /** Whether it may have had, or may still have, an effect that is not recorded. */
    public boolean isDoubtful() {
      return doubtful;
    }
  }

  /** An attempt that is about to be sent. */
  public static Attempt starting(PartId part, int token, Instant signedAt) {
    return new Attempt(
        part, token, signedAt, State.SENDING, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Whether it may still have an effect that nobody has looked for at {@code looked}.
   *
   * @param settle how long after its signature a call can have an effect
   */
  public boolean isOpen(Instant looked, Duration settle) {
    return state.isDoubtful() && looked.isBefore(signedAt.plus(settle));
  }
}
