// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.state.CloudState;

/**
 * What goes along with one call.
 *
 * @param state the one that was current when it came; it ends there even when a reset comes first
 */
record CallContext(CloudState state, CallRecorder recorder, FaultInjection faults) {
  static CallContext of(CloudState state, String requestId, String method) {
    CallRecorder recorder = new CallRecorder(requestId, method, state.clock().instant());
    FaultInjection faults =
        new FaultInjection(state.faults(), state.delayed(), state.clock(), recorder);
    return new CallContext(state, recorder, faults);
  }
}
