// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.cam.Permissions;
import io.berth.emulator.http.ListenAddress;
import io.berth.emulator.tcr.RegistryPace;

/**
 * What the cloud does not let anybody choose, and the emulator does.
 *
 * @param pace how fast a registry gets from Pending to Running
 * @param registriesPerRegion above it CreateInstance answers {@code OperationDenied.QuotaOverLimit}
 * @param registerCodes above it CreateRegisterCode answers {@code LimitExceeded}
 * @param loose true to ignore unknown parameters, and to read texts in JSON as queries are read
 * @param listening where the cloud API listens; the Function URLs stay on loopback
 * @param permissions who may do what; what it does not allow is {@code UnauthorizedOperation}
 */
public record Settings(
    RegistryPace pace,
    int registriesPerRegion,
    int registerCodes,
    boolean loose,
    ListenAddress listening,
    Permissions permissions) {
  /** 10 registries in a region is what people report; 5,000 codes is in TAT's own example. */
  public static final Settings DEFAULT = new Settings(RegistryPace.DEFAULT, 10, 5_000);

  /** Strict, on loopback, and everybody may do everything. */
  public Settings(RegistryPace pace, int registriesPerRegion, int registerCodes) {
    this(
        pace,
        registriesPerRegion,
        registerCodes,
        false,
        ListenAddress.LOOPBACK,
        Permissions.UNLIMITED);
  }

  /** The same with another pace, e.g. one that does not wait. */
  public Settings withPace(RegistryPace other) {
    return new Settings(other, registriesPerRegion, registerCodes, loose, listening, permissions);
  }

  /** The same with another quota of registries. */
  public Settings withRegistriesPerRegion(int other) {
    return new Settings(pace, other, registerCodes, loose, listening, permissions);
  }

  /** The same, loose or strict. */
  public Settings withLoose(boolean other) {
    return new Settings(pace, registriesPerRegion, registerCodes, other, listening, permissions);
  }

  /** The same in another place. */
  public Settings withListening(ListenAddress other) {
    return new Settings(pace, registriesPerRegion, registerCodes, loose, other, permissions);
  }

  /** The same with other permissions. */
  public Settings withPermissions(Permissions other) {
    return new Settings(pace, registriesPerRegion, registerCodes, loose, listening, other);
  }
}
