// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import io.berth.emulator.text.Wildcards;

/** A text in which each {@code *} stands for any characters, or none. */
record StarPattern(String text) {
  /** Whether a text fits; a {@code *} in that text is a character like any other. */
  boolean fits(String given) {
    return Wildcards.starsFit(text, given);
  }
}
