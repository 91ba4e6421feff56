// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.runtime.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A function's answer: an HTTP status and the JSON body. It never holds a value that the platform
 * may not log.
 *
 * @param isFinal whether the same call again gets this answer once more, in place of a second try
 */
public record FunctionAnswer(int status, Map<String, Object> body, boolean isFinal) {
  private static final String OUTCOME = "Outcome";

  /** What came of a creating call. */
  public static FunctionAnswer of(FunctionName function, Outcome outcome) {
    return new FunctionAnswer(
        outcome.status(), outcome.toEnvelope(function), outcome.status() == 200);
  }

  /** The cloud's own fields of a read, or of an action that answers with none. */
  public static FunctionAnswer ok(Map<String, Object> fields, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put(OUTCOME, "ok");
    body.put("RequestId", requestId);
    return new FunctionAnswer(200, body, false);
  }

  /** Certainly without effect. */
  public static FunctionAnswer refused(int status, String code, String message, String requestId) {
    return failure(new Outcome.Refused(status, code, message, requestId));
  }

  /** Perhaps done. */
  public static FunctionAnswer unknown(String code, String message, String requestId) {
    return failure(new Outcome.Unknown(code, message, requestId));
  }

  /** The same with one more field behind the error. */
  public FunctionAnswer with(String name, String value) {
    Map<String, Object> more = new LinkedHashMap<>(body);
    more.put(name, value);
    return new FunctionAnswer(status, more, isFinal);
  }

  /**
   * The same, but given again whenever the same call comes again: for a lost outcome where nothing
   * in the cloud would stop a second effect.
   */
  public FunctionAnswer asFinal() {
    return new FunctionAnswer(status, body, true);
  }

  /** The stored answer of a call that came again. */
  FunctionAnswer replayed() {
    return status == 200 ? with(OUTCOME, "replayed") : this;
  }

  /** As HTTP; who should come back is told when. */
  HttpReply toReply() {
    HttpReply reply = HttpReply.json(status, body);
    if (status == 405) {
      return reply.with("Allow", "POST");
    }
    boolean comeBack = status == 429 || code().equals(Replays.IN_PROGRESS);
    return comeBack ? reply.with("Retry-After", "1") : reply;
  }

  String code() {
    return body.get("Error") instanceof Map<?, ?> error ? String.valueOf(error.get("Code")) : "";
  }

  /** Failures have one form, whichever function gives them. */
  private static FunctionAnswer failure(Outcome outcome) {
    return of(FunctionName.TCR_CREATE_INSTANCE, outcome);
  }
}
