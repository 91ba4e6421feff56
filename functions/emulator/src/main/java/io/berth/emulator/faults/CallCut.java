// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

/** A fault ended a call before it was carried out; its caller gets no answer of ours. */
public final class CallCut extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the journal has in the place of an error code. */
  public static final String CODE = "cut";

  CallCut() {
    super("Cut by a fault rule.", null, false, false);
  }
}
