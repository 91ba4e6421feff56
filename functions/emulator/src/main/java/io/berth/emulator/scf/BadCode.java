// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

/** Why a zip cannot become a function; ends up in {@code StatusReasons}. */
final class BadCode extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  BadCode(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
