// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

/**
 * A policy cannot be used; the message is one sentence that names the place, the rule, the way out.
 */
public final class BadPolicy extends Exception {
  private static final long serialVersionUID = 1L;

  BadPolicy(String sentence) {
    super(sentence, null, false, false);
  }
}
