// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.cloud.CloudReply;
import io.berth.contract.ErrorCode;
import io.berth.contract.ErrorCodes;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;

/** What the three failures of a cloud call mean to the caller, in one sentence each. */
public final class CloudOutcomes {
  private static final int MAX_MESSAGE = 500;

  private CloudOutcomes() {}

  /** The cloud said no: by its code, certainly without effect or not. */
  public static Outcome refused(FunctionName action, CloudReply.Refused refused, String callId) {
    ErrorCode code = ErrorCodes.of(refused.code());
    String requestId = refused.requestId().isEmpty() ? callId : refused.requestId();
    String message = message(action, refused, code);
    return code.certainlyWithoutEffect()
        ? new Outcome.Refused(code.httpStatus(), code.code(), message, requestId)
        : new Outcome.Unknown(code.code(), message, requestId);
  }

  /** No answer: without effect only when nothing was sent. */
  public static Outcome lost(CloudReply.Lost lost, String recipe, String callId) {
    return lost.sent()
        ? new Outcome.Unknown("lost_answer", lost.why() + "; " + recipe, callId)
        : new Outcome.Refused(
            503, "cloud_unreachable", lost.why() + "; nothing was done, try again", callId);
  }

  /** An answer that is none. */
  public static Outcome malformed(CloudReply.Malformed malformed, String recipe, String callId) {
    return new Outcome.Unknown("malformed_answer", malformed.why() + "; " + recipe, callId);
  }

  private static String message(FunctionName action, CloudReply.Refused refused, ErrorCode code) {
    String text = cut(refused.message());
    return lacksRight(code.code())
        ? "function role lacks " + right(action) + "; the cloud says: " + text
        : text + " " + code.advice();
  }

  private static boolean lacksRight(String code) {
    return code.equals("UnauthorizedOperation")
        || code.startsWith("UnauthorizedOperation.Cam")
        || code.equals("AuthFailure.UnauthorizedOperation");
  }

  /** The action as CAM's policies name it, such as {@code tcr:CreateInstance}. */
  public static String right(FunctionName action) {
    return action.product().serviceName() + ":" + action.action();
  }

  private static String cut(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
  }
}
