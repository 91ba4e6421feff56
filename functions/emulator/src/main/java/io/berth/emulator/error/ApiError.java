// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.error;

/**
 * A refusal as the cloud words it: {@code Response.Error} with a documented code and a message. It
 * is an answer and not a failure of the emulator, so it carries no stack trace.
 */
public final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code a documented code, e.g. {@code InvalidParameter.ErrorNameExists}
   * @param message one sentence for people, never a secret
   */
  public ApiError(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The documented code. */
  public String code() {
    return code;
  }

  /** A required parameter is absent; the observed wording. */
  public static ApiError missing(String parameter) {
    return new ApiError(
        "MissingParameter",
        "The request is missing a required parameter `%s`.".formatted(parameter));
  }

  /** A parameter has the wrong type; the observed wording. */
  public static ApiError wrongType(String parameter) {
    return new ApiError(
        "InvalidParameter", "The value type of parameter `%s` is not valid.".formatted(parameter));
  }

  /** A parameter that the action does not define. */
  public static ApiError unknown(String parameter) {
    return new ApiError(
        "UnknownParameter", "The parameter `%s` is not recognized.".formatted(parameter));
  }

  /** A request that is larger than its form allows. */
  public static ApiError tooLarge(int bytes) {
    return new ApiError(
        "RequestSizeLimitExceeded", "The request is larger than %d bytes.".formatted(bytes));
  }
}
