// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

/** What tells functions apart. There is only the namespace {@code default}. */
public record FunctionKey(String region, String name) {}
