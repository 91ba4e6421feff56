// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.error.ApiError;
import io.berth.emulator.signature.RawRequest;

/** Where a call comes from, for what depends on it: register codes and conditions of policies. */
final class CallerAddress {
  /** Stands for the caller's public address, as everybody comes from loopback (inferred). */
  static final String HEADER = "x-emulator-client-ip";

  private CallerAddress() {}

  /**
   * The address that the header says, or else the connection's.
   *
   * @param peer where the connection comes from
   */
  static String of(RawRequest request, String peer) throws ApiError {
    return request.header(HEADER).orElse(peer);
  }
}
