// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A part of the cloud's state that can be taken out whole and put into a fresh state. Nothing in it
 * is secret: of register codes and tokens it has hashes or nothing.
 */
public interface SavedPart {
  /** The name under which it is kept, e.g. {@code tcr}. */
  String part();

  /** Everything of this part at one moment, as plain JSON. */
  ObjectNode save();

  /**
   * Takes the place of everything that is there.
   *
   * @throws BadState when a field breaks a rule; then nothing has changed
   */
  void restore(ObjectNode saved) throws BadState;

  /** Rises with every change, so that a keeper can tell when to save again. */
  long changes();
}
