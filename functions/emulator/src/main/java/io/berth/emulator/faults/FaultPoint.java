// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

/**
 * Where on its way a call is struck. An action checks its business rules and changes the state in
 * one step, so there is no point between the two.
 */
public enum FaultPoint {
  /** Signed, within its rate, and readable; nothing in it has been looked at. */
  BEFORE_VALIDATE("before-validate"),
  /** The parameters are right and the caller may do it; nothing has been done. */
  AFTER_VALIDATE("after-validate"),
  /** It is done, and the caller does not know yet. */
  AFTER_COMMIT("after-commit"),
  /** The answer is on its way. */
  DURING_REPLY("during-reply");

  private final String wireName;

  FaultPoint(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the admin API, e.g. {@code after-commit}. */
  public String wireName() {
    return wireName;
  }
}
