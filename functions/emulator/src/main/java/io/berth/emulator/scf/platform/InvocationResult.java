// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.util.function.Function;

/** What one invocation came to. */
public sealed interface InvocationResult {
  /** One way to look at it; a new case stops every caller from compiling. */
  <R> R fold(
      Function<? super PlatformAnswer, ? extends R> answered,
      Function<? super FunctionFailure, ? extends R> failed);

  /** The function answered with these bytes. */
  record PlatformAnswer(byte[] body) implements InvocationResult {
    @Override
    public <R> R fold(
        Function<? super PlatformAnswer, ? extends R> answered,
        Function<? super FunctionFailure, ? extends R> failed) {
      return answered.apply(this);
    }
  }

  /**
   * The function did not answer.
   *
   * @param status a number of SCF, Function Status Codes, e.g. 433
   * @param message one sentence, or the text that the function posted as its error
   */
  public record FunctionFailure(int status, String message) implements InvocationResult {
    static final int USER_CODE_ERROR = 430;
    static final int CONCURRENCY = 432;
    static final int TIMEOUT = 433;
    static final int RESPONSE_TOO_LARGE = 407;
    static final int PROCESS_EXIT = 439;
    static final int INIT_TIMEOUT = 450;

    /** Something inside of the platform went wrong. */
    public static final int INTERNAL = 500;

    static FunctionFailure initTimeout(long seconds) {
      return new FunctionFailure(
          INIT_TIMEOUT,
          "init timeout: bootstrap did not post /runtime/init/ready within %d seconds"
              .formatted(seconds));
    }

    static FunctionFailure fetchTimeout(long seconds) {
      return new FunctionFailure(
          TIMEOUT,
          "waiting for event timed out: /runtime/invocation/next was not called within %d seconds"
              .formatted(seconds));
    }

    static FunctionFailure timeout(long seconds) {
      return new FunctionFailure(
          TIMEOUT, "Invoking task timed out after %d seconds".formatted(seconds));
    }

    static FunctionFailure responseTooLarge() {
      return new FunctionFailure(RESPONSE_TOO_LARGE, "the response is larger than 6 MB");
    }

    static FunctionFailure exited(int code, boolean wasReady) {
      return processExit(
          "the process ended with exit code %d %s"
              .formatted(code, wasReady ? "before it answered" : "before it was ready"));
    }

    static FunctionFailure processExit(String why) {
      return new FunctionFailure(PROCESS_EXIT, why);
    }

    @Override
    public <R> R fold(
        Function<? super PlatformAnswer, ? extends R> answered,
        Function<? super FunctionFailure, ? extends R> failed) {
      return failed.apply(this);
    }

    /** The error object that callers see [I]: SCF documents the numbers, not this form. */
    public String toJson(String requestId) {
      return ScfJson.object()
          .put("errorCode", -1)
          .put("errorMessage", message)
          .put("requestId", requestId)
          .put("statusCode", status)
          .toString();
    }
  }
}
