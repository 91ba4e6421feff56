// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.Optional;

/**
 * How an attempt ended.
 *
 * @param state anything but SENDING
 * @param code the error code of a refusal
 * @param message one sentence for the audit log; never a secret
 * @param cloudRequestId the request id that the answer carried
 */
public record AttemptOutcome(
    Attempt.State state, Optional<String> code, String message, Optional<String> cloudRequestId) {

  public AttemptOutcome {
    if (state == Attempt.State.SENDING) {
      throw new IllegalArgumentException("SENDING is not an end");
    }
  }

  /** An end of which nothing is known but a sentence: no answer came, or none that can be read. */
  public static AttemptOutcome unknown(String message) {
    return new AttemptOutcome(Attempt.State.UNKNOWN, Optional.empty(), message, Optional.empty());
  }
}
