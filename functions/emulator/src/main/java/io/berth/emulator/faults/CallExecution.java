// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;

/** What a call does when nothing keeps it from that; a fault may let it do so twice, or later. */
@FunctionalInterface
public interface CallExecution {
  /**
   * Does it.
   *
   * @return the fields of {@code Response}
   */
  ObjectNode run() throws ApiError;
}
