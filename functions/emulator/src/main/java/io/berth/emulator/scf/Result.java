// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import java.util.function.Function;

/** What one invocation came to. */
sealed interface Result {
  /** One way to look at it; a new case stops every caller from compiling. */
  <R> R fold(
      Function<? super Answered, ? extends R> answered,
      Function<? super Failed, ? extends R> failed);

  /** The function answered with these bytes. */
  record Answered(byte[] body) implements Result {
    @Override
    public <R> R fold(
        Function<? super Answered, ? extends R> answered,
        Function<? super Failed, ? extends R> failed) {
      return answered.apply(this);
    }
  }

  /**
   * The function did not answer.
   *
   * @param status a number of SCF, Function Status Codes, e.g. 433
   * @param message one sentence, or the text that the function posted as its error
   */
  record Failed(int status, String message) implements Result {
    static final int USER_CODE_ERROR = 430;
    static final int CONCURRENCY = 432;
    static final int TIMEOUT = 433;
    static final int RESPONSE_TOO_LARGE = 407;
    static final int PROCESS_EXIT = 439;
    static final int INIT_TIMEOUT = 450;
    static final int INTERNAL = 500;

    @Override
    public <R> R fold(
        Function<? super Answered, ? extends R> answered,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }

    /** The error object that callers see [I]: SCF documents the numbers, not this form. */
    String toJson(String requestId) {
      return Json.object()
          .put("errorCode", -1)
          .put("errorMessage", message)
          .put("requestId", requestId)
          .put("statusCode", status)
          .toString();
    }
  }
}
