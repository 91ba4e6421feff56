// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

/**
 * What an error code of the cloud means for the person who asked.
 *
 * @param code as the cloud wrote it
 * @param httpStatus what a function answers with
 * @param advice one sentence: what to do next
 */
public record ErrorCode(String code, Family family, int httpStatus, String advice) {
  /** Whether the call had no effect for sure. */
  public boolean certainlyWithoutEffect() {
    return family != Family.AMBIGUOUS;
  }

  /** The kinds of answer that lead to different next steps. */
  public enum Family {
    /** The request breaks a rule: mend the input. */
    INPUT,
    /** Something of that name exists; perhaps we made it ourselves. */
    NAME_TAKEN,
    /** A quota is used up. */
    QUOTA,
    /** Too many calls in a second; later it will do. */
    RATE,
    /** The function's key or role may not do it. */
    AUTH,
    /** The service will not do it in this state. */
    SERVICE,
    /** It may have been done all the same: look before asking again. */
    AMBIGUOUS
  }
}
