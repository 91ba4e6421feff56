// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

/** Waits until what has changed so far will be there after a crash. */
@FunctionalInterface
public interface Keeping {
  /**
   * Returns when everything that any call did before is kept; called before a change is answered.
   *
   * @throws java.io.UncheckedIOException with one sentence when it cannot be; the change stays in
   *     memory and may yet be kept, so its caller must not be told either way
   */
  void settle();
}
