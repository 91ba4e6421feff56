// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What came of a slash command, a click, a form or an opened tab.
 *
 * @param deliveries how the deliveries ended, the first one first
 * @param toast what the person's client says about it, when something went wrong
 * @param versionBefore the workspace's version before it, so that what is new can be told
 */
public record InteractionResult(
    List<DeliveryResult> deliveries, Optional<String> toast, long versionBefore) {

  /** The first error of a delivery; none when all were acknowledged. */
  public Optional<String> error() {
    return deliveries.stream().flatMap(one -> one.error().stream()).findFirst();
  }
}
