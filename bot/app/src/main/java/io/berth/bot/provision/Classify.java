// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Ending;
import io.berth.contract.ErrorCode;
import io.berth.contract.ErrorCodes;
import io.berth.contract.Outcome;
import java.util.Optional;

/** Which of the classes of outcome a refusal belongs to, and what people read about it. */
final class Classify {
  private Classify() {}

  static Ending ending(Outcome.Refused refused) {
    return new Ending(
        state(refused),
        Optional.of(refused.code()),
        refused.message(),
        Optional.of(refused.requestId()).filter(id -> !id.isEmpty()));
  }

  static Ending ending(Outcome.Unknown unknown) {
    return new Ending(
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
      case 409, 502 -> byFamily(refused.code());
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

  /** One sentence or two for the requester. */
  static String sentence(Outcome.Refused refused) {
    ErrorCode code = ErrorCodes.of(refused.code());
    boolean cloud = refused.status() == 502;
    String who = cloud ? "Tencent Cloud refused it" : "The function refused the call";
    String advice = cloud ? code.advice() : "Nothing was created; tell whoever runs Berth.";
    return who + " (" + refused.code() + "): " + ended(refused.message()) + " " + advice;
  }

  private static String ended(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
