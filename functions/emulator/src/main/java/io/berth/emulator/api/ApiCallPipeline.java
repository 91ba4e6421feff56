// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.signature.RawRequest;

/** The checks that a request goes through, in their order, and then what it asks for. */
interface ApiCallPipeline {
  /**
   * Carries out one request.
   *
   * @param peer where the connection comes from
   * @return the fields of {@code Response} without {@code RequestId}
   */
  ObjectNode carryOut(RawRequest request, String peer, CallContext context)
      throws ApiError, CallCut;
}
