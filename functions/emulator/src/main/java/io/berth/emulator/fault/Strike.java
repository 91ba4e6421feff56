// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fault;

/**
 * A rule that strikes one call.
 *
 * @param waitMillis how long this call waits, when the effect makes it wait
 */
public record Strike(Rule rule, long waitMillis) {}
