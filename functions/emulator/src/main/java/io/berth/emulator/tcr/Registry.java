// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;
import java.util.Optional;

/** One registry, as it was asked for (TCR CreateInstance, Input Parameters). */
record Registry(
    String id,
    String region,
    String name,
    String type,
    Optional<Tags> tags,
    Charge charge,
    boolean syncTag,
    boolean enableCosMaz,
    boolean deletionProtection,
    Instant createdAt) {

  /** {@code <name>.tencentcloudcr.com}, the reason why names are unique across all users. */
  String publicDomain() {
    return name + ".tencentcloudcr.com";
  }
}
