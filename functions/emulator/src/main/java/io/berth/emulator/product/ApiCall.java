// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One authenticated call.
 *
 * @param action the action's name, e.g. {@code CreateInstance}
 * @param version the product's version, e.g. {@code 2019-09-24}
 * @param region well-formed and offered by the product
 * @param parameters the action's own parameters, without the common ones
 * @param secretId who signed the call
 * @param requestId what the answer will carry as {@code RequestId}
 * @param horizon a list that lags does not show what was created after this; empty for none
 */
public record ApiCall(
    String action,
    String version,
    String region,
    ObjectNode parameters,
    String secretId,
    String requestId,
    Optional<Instant> horizon) {

  /** Whether a list shows what was created then. */
  public boolean shows(Instant createdAt) {
    return horizon.map(last -> !createdAt.isAfter(last)).orElse(true);
  }
}
