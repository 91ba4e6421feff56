// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.ErrorCode;
import io.berth.contract.ErrorCodes;
import io.berth.contract.Outcome;
import java.util.Optional;

/** Which of the classes of outcome a refusal belongs to, and what people read about it. */
final class Classify {
  private static final int FROM_CLOUD = 502;

  /** A function's 404 for a path that is none; every other 404 is about what was asked for. */
  private static final String NO_SUCH_PATH = "not_found";

  private Classify() {}

  static AttemptOutcome outcome(Outcome.Refused refused) {
    return new AttemptOutcome(
        state(refused),
        Optional.of(refused.code()),
        refused.message(),
        Optional.of(refused.requestId()).filter(id -> !id.isEmpty()));
  }

  static AttemptOutcome outcome(Outcome.Unknown unknown) {
    return new AttemptOutcome(
        Attempt.State.UNKNOWN,
        Optional.of(unknown.code()),
        unknown.message(),
        Optional.of(unknown.requestId()).filter(id -> !id.isEmpty()));
  }

  /** The statuses are those of the functions; everything not named here is taken as unknown. */
  static Attempt.State state(Outcome.Refused refused) {
    return switch (refused.status()) {
      case 429, 503 -> Attempt.State.LATER;
      case 400, 401, 403, 404, 405, 413, 415 -> Attempt.State.REFUSED;
      case 409, FROM_CLOUD -> byFamily(refused.code());
      default -> Attempt.State.UNKNOWN;
    };
  }

  private static Attempt.State byFamily(String code) {
    return switch (ErrorCodes.of(code).family()) {
      case NAME_TAKEN -> Attempt.State.NAME_TAKEN;
      case RATE -> Attempt.State.LATER;
      case AMBIGUOUS -> Attempt.State.UNKNOWN;
      case INPUT, QUOTA, AUTH, SERVICE -> Attempt.State.REFUSED;
    };
  }

  /**
   * One sentence or two for the requester; an advice that is in the message already is not said
   * twice.
   */
  static Sentence sentence(Outcome.Refused refused) {
    String message = ended(refused.message());
    if (refused.status() == 404 && !refused.code().equals(NO_SUCH_PATH)) {
      return ExecutionPhrase.REFUSED_BY_FUNCTION_FOR_CONTENT.with(
          "code", refused.code(), "message", message);
    }
    if (refused.status() != FROM_CLOUD) {
      return ExecutionPhrase.REFUSED_BY_FUNCTION.with("code", refused.code(), "message", message);
    }
    ErrorCode code = ErrorCodes.of(refused.code());
    String advice = message.contains(code.advice()) ? "" : code.advice();
    return ExecutionPhrase.REFUSED_BY_CLOUD.with(
        "code", refused.code(), "message", message, "advice", advice);
  }

  private static String ended(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
