// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.tcr.Pace;

/**
 * What the cloud does not let anybody choose, and the emulator does.
 *
 * @param pace how fast a registry gets from Pending to Running
 * @param registriesPerRegion above it CreateInstance answers {@code OperationDenied.QuotaOverLimit}
 * @param registerCodes above it CreateRegisterCode answers {@code LimitExceeded}
 */
public record Settings(Pace pace, int registriesPerRegion, int registerCodes) {
  /** 10 registries in a region is what people report; 5,000 codes is in TAT's own example. */
  public static final Settings DEFAULT = new Settings(Pace.DEFAULT, 10, 5_000);
}
