// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

/** What tells functions apart. There is only the namespace {@code default}. */
record FunctionKey(String region, String name) {}
