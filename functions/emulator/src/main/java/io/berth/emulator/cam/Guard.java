// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import java.util.Optional;

/** Says who may do what. */
@FunctionalInterface
public interface Guard {
  /**
   * Whether a caller may do it.
   *
   * @param role whose temporary key signed the call; empty for the account's own key
   */
  boolean allows(Optional<String> role, AccessRequest access);
}
