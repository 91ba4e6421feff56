// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

/** Why a zip cannot become a function; ends up in {@code StatusReasons}. */
public final class InvalidCode extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  InvalidCode(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The error code, e.g. {@code InvalidParameterValue.ZipFile}. */
  public String code() {
    return code;
  }
}
