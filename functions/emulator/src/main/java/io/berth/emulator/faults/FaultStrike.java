// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

/**
 * A rule that strikes one call.
 *
 * @param waitMillis how long this call waits, when the effect makes it wait
 */
record FaultStrike(FaultRule rule, long waitMillis) {}
